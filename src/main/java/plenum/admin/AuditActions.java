package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.account.Account;
import plenum.audit.AuditAction;
import plenum.audit.AuditLine;
import plenum.audit.AuditSearch;
import plenum.audit.AuditSearch.Wanted;

/** What admins do with the audit: they take it away, as comma separated values, and that is in it. */
@ApplicationScoped
public class AuditActions implements ActionSource {
    private static final int MOST = 100_000;
    private static final int BATCH = 1_000;
    private static final List<String> FILTERS = List.of("words", "action", "from", "to");

    @Inject
    AuditSearch audit;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.AUDIT_EXPORT, List.of("words?", "action?", "from?", "to?"), this::export));
    }

    /** The newest lines that the filters leave, {@value #MOST} at most. Days are those of the admin's zone, for the operator those of UTC. */
    private Done export(Actor actor, Arguments values) {
        ZoneId zone = actor.account().map(Account::zone).orElse(ZoneOffset.UTC);
        Wanted wanted = new Wanted(
                values.optional("words").orElse(""),
                values.optional("action").map(text -> Arguments.parse(text, "action", AuditAction.class)),
                day(values, "from").map(day -> start(day, zone)),
                day(values, "to").map(day -> start(day.plusDays(1), zone)));
        String filters =
                FILTERS.stream().flatMap(name -> values.optional(name).stream()).collect(Collectors.joining(" "));
        return Done.of(filters.isEmpty() ? "all" : filters).saying(csv(wanted));
    }

    private String csv(Wanted wanted) {
        StringBuilder text = new StringBuilder("time,who,action,what,before,after\r\n");
        for (int first = 0; first < MOST; first += BATCH) {
            List<AuditLine> batch = audit.find(wanted, first, BATCH);
            batch.forEach(line -> text.append(row(line)));
            if (batch.size() < BATCH) {
                break;
            }
        }
        return text.toString();
    }

    private static String row(AuditLine line) {
        return Stream.of(
                        line.at().toString(),
                        line.actorName(),
                        line.action().name(),
                        line.subject().orElse(""),
                        line.before().orElse(""),
                        line.after().orElse(""))
                .map(Csv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static Optional<LocalDate> day(Arguments values, String name) {
        try {
            return values.optional(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new RefusedException("value", name);
        }
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
