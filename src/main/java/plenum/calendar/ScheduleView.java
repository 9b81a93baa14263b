package plenum.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.primefaces.model.DefaultScheduleEvent;
import org.primefaces.model.LazyScheduleModel;
import org.primefaces.model.ScheduleEvent;
import plenum.calendar.EventTime.Interval;

/** What the schedule shows of a span that it asks for, in the reader's zone. */
final class ScheduleView extends LazyScheduleModel {
    private static final long serialVersionUID = 1L;

    private final ZoneId zone;
    private final transient Function<Interval, List<Agenda.Entry>> entries;
    private List<Agenda.Entry> shown = List.of();

    ScheduleView(ZoneId zone, Function<Interval, List<Agenda.Entry>> entries) {
        this.zone = zone;
        this.entries = entries;
    }

    @Override
    public void loadEvents(LocalDateTime start, LocalDateTime end) {
        shown = entries.apply(
                new Interval(start.atZone(zone).toInstant(), end.atZone(zone).toInstant()));
        shown.forEach(entry -> addEvent(event(entry)));
    }

    /** Which entry an event of the schedule is. */
    Optional<Agenda.Entry> entry(ScheduleEvent<?> event) {
        return shown.stream().filter(entry -> key(entry).equals(event.getId())).findFirst();
    }

    private ScheduleEvent<String> event(Agenda.Entry entry) {
        EventTime time = entry.time();
        boolean days = time.wholeDays();
        DefaultScheduleEvent<String> event = DefaultScheduleEvent.<String>builder()
                .id(key(entry))
                .title(entry.event().details().title())
                .startDate(
                        days
                                ? time.start()
                                : time.begin().withZoneSameInstant(zone).toLocalDateTime())
                .endDate(
                        days
                                ? time.end().toLocalDateTime()
                                : time.end().withZoneSameInstant(zone).toLocalDateTime())
                .allDay(days)
                .editable(entry.mayChange())
                .overlapAllowed(true)
                .styleClass(style(entry))
                .build();
        return event;
    }

    private static String style(Agenda.Entry entry) {
        String colour = entry.calendar()
                .map(seen ->
                        entry.event().details().colour().orElse(seen.calendar().colour()))
                .map(Calendar.Colour::style)
                .orElse("calendar-invited");
        return entry.event().meeting().isPresent() ? colour + " calendar-meeting" : colour;
    }

    private static String key(Agenda.Entry entry) {
        return List.of(entry.event().id(), entry.start()).stream()
                .map(Object::toString)
                .collect(Collectors.joining("@"));
    }
}
