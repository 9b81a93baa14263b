package plenum.calendar.store;

import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which starts of series other events replace, in one question to the database. */
final class ReplacedTimes {
    private ReplacedTimes() {}

    /** @return by the id of the series; a series without any is missing */
    static Map<UUID, Set<LocalDateTime>> of(EntityManager entities, Collection<UUID> series) {
        return series.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select s.id, r.insteadOf from EventRow s join EventRow r on r.calendarId = s.calendarId and r.uid = s.uid where s.id in (:series) and s.rule is not null and r.insteadOf is not null",
                                Object[].class)
                        .setParameter("series", series)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(row -> (LocalDateTime) row[1], Collectors.toSet())));
    }
}
