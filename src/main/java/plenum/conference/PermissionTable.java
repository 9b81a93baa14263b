package plenum.conference;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import plenum.meeting.Role;
import plenum.protocol.ClientMessage;
import plenum.protocol.Needs;
import plenum.protocol.Permission;

/** Which role has which permission. The permission that a message needs is declared on its record ({@link Needs}). */
public final class PermissionTable {
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> MODERATORS = EnumSet.of(Role.CREATOR, Role.MODERATOR);

    private static final ClassValue<Permission> NEEDED = new ClassValue<>() {
        @Override
        protected Permission computeValue(Class<?> message) {
            Needs needs = message.getAnnotation(Needs.class);
            if (needs == null) {
                throw new IllegalStateException(message + " does not say what it needs");
            }
            return needs.value();
        }
    };

    /** @param sender role of the sender; empty: somebody who is not in the meeting */
    public boolean allows(Optional<Role> sender, ClientMessage message) {
        Permission needed = NEEDED.get(message.getClass());
        return sender.map(role -> holders(needed).contains(role)).orElseGet(() -> isForOutsiders(needed));
    }

    private static Set<Role> holders(Permission permission) {
        return switch (permission) {
            case ENTER, OWN -> Set.of();
            case PROBE, TAKE_PART, PUBLISH, TALK -> EVERYBODY;
            case KEEP_THE_DOOR, MODERATE -> MODERATORS;
        };
    }

    private static boolean isForOutsiders(Permission permission) {
        return permission == Permission.ENTER || permission == Permission.PROBE;
    }
}
