package plenum.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.DefaultScheduleEvent;
import org.primefaces.model.LazyScheduleModel;
import org.primefaces.model.ScheduleEvent;
import plenum.calendar.EventTime.Interval;

/** What the schedule shows of a span that it asks for, in the reader's zone. */
final class ScheduleView extends LazyScheduleModel {
    private static final long serialVersionUID = 1L;

    private final ZoneId zone;
    private final transient Function<Interval, List<Agenda.Entry>> entries;
    private volatile List<Agenda.Entry> shown = List.of();

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

    /**
     * What was shown last, also while the page asks for the span again: that request does not wait for others, and begins with a model that is
     * empty.
     */
    @Override
    public @Nullable ScheduleEvent<?> getEvent(String id) {
        return shownAs(id).map(this::event).orElse(null);
    }

    /** Which entry an event of the schedule is; none for what is no longer there, which the schedule hands over as null. */
    Optional<Agenda.Entry> entry(@Nullable ScheduleEvent<?> event) {
        return event == null ? Optional.empty() : shownAs(event.getId());
    }

    private Optional<Agenda.Entry> shownAs(String id) {
        return shown.stream().filter(entry -> key(entry).equals(id)).findFirst();
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
