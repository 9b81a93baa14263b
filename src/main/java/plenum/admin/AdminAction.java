package plenum.admin;

import java.util.List;
import java.util.Locale;
import plenum.audit.AuditAction;

/**
 * Something that an admin can do. Its name is that of the audit's action in small letters, and of the command: {@code user-disable}.
 *
 * @param parameters names of its values, in the order of the command; one that ends with {@code ?} may be missing
 * @param work done in a transaction; throws {@link RefusedException} when nothing can be done
 */
public record AdminAction(AuditAction audited, List<String> parameters, Work work) {
    public AdminAction {
        parameters = List.copyOf(parameters);
    }

    /** What it does. */
    @FunctionalInterface
    public interface Work {
        Done run(Actor actor, Arguments arguments);
    }

    public String name() {
        return audited.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
