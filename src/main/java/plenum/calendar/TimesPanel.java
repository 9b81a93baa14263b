package plenum.calendar;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import plenum.calendar.EventTime.Interval;

/**
 * In the dialog of an event: the next times for all, and one day of everybody who is invited and of the rooms, side by side. Nothing is stored
 * by looking.
 */
@Named
@ViewScoped
@NullUnmarked
public class TimesPanel extends PersonalPage {
    private static final long serialVersionUID = 1L;
    private static final int SLOTS = 5;
    private static final long QUARTER = 900;

    /** More rows would not be compared by eye. */
    private static final int MOST_ROWS = 60;

    @Inject
    transient Availability availability;

    @Inject
    transient InstantSource clock;

    private boolean open;
    private LocalDate day;
    private List<Slot> slots = List.of();
    private boolean searched;
    private transient Timeline timeline;
    private transient Search shown;
    private transient List<Row> rows;

    /**
     * What is planned at the moment.
     *
     * @param event that is being edited; its own time blocks nobody
     */
    record Search(EventTime wanted, List<Guest> guests, Set<UUID> rooms, Optional<UUID> event) {}

    /**
     * A time for all who are needed.
     *
     * @param others how many of those who need not come can
     * @param all how many need not come
     */
    public record Slot(EventTime time, int others, int all) implements Serializable {}

    /** @param words what is drawn, for those who do not see it */
    public record Row(String name, List<Timeline.Bar> bars, String words) implements Serializable {}

    void forget() {
        open = false;
        forgetSlots();
    }

    /** What was found was for another time. */
    void forgetSlots() {
        slots = List.of();
        searched = false;
    }

    /** Looks for the next times for all, and shows the day that is wanted. */
    void find(Search search) {
        searched = true;
        EventTime wanted = search.wanted();
        int optional =
                (int) search.guests().stream().filter(guest -> !guest.needed()).count();
        slots = availability
                .next(
                        account(),
                        search.guests(),
                        search.rooms(),
                        wanted.length(),
                        notPast(wanted.interval().start()),
                        search.event(),
                        SLOTS)
                .stream()
                .map(slot -> new Slot(
                        wanted.at(slot.time().start().atZone(wanted.zone()).toLocalDateTime()),
                        slot.others(),
                        optional))
                .toList();
        open = true;
        follow(wanted);
    }

    /** What is over helps nobody: the next quarter of an hour, at the earliest. */
    private Instant notPast(Instant wanted) {
        long now = clock.instant().getEpochSecond();
        Instant next = Instant.ofEpochSecond(Math.ceilDiv(now, QUARTER) * QUARTER);
        return wanted.isBefore(next) ? next : wanted;
    }

    /** Shows the day that is wanted now. */
    void follow(EventTime wanted) {
        day = wanted.start().toLocalDate();
    }

    public void dayBefore() {
        day = day.minusDays(1);
    }

    public void dayAfter() {
        day = day.plusDays(1);
    }

    /** Takes what is planned at this moment, before it is drawn. */
    void show(Search search) {
        shown = search;
        timeline = Timeline.of(day, search.wanted().zone(), search.wanted().interval());
        rows = null;
    }

    /** Everybody and everything of the day that is shown. */
    public List<Row> getRows() {
        if (rows == null) {
            Interval wanted = shown.wanted().interval();
            rows =
                    availability
                            .sideBySide(account(), shown.guests(), shown.rooms(), timeline.span(), shown.event())
                            .stream()
                            .limit(MOST_ROWS)
                            .map(times -> row(times, wanted))
                            .toList();
        }
        return rows;
    }

    private Row row(Availability.Times times, Interval wanted) {
        List<Timeline.Bar> bars = new ArrayList<>(timeline.bars(Timeline.Kind.OFF, timeline.off(times.hours())));
        List<Timeline.Bar> busy = timeline.bars(Timeline.Kind.BUSY, times.busy());
        bars.addAll(busy);
        bars.addAll(timeline.bars(Timeline.Kind.WANTED, List.of(wanted)));
        return new Row(times.known() ? times.name() : "* " + times.name(), bars, words(times, busy));
    }

    private String words(Availability.Times times, List<Timeline.Bar> busy) {
        if (!times.known()) {
            return text("calendar.times.unknown");
        }
        boolean works = times.hours().stream()
                .allMatch(hours -> !hours.during(timeline.span()).isEmpty());
        String free = text(works ? "calendar.times.free" : "calendar.times.off");
        return busy.isEmpty()
                ? free
                : text("calendar.times.busy") + " "
                        + busy.stream()
                                .map(bar -> clock(bar.from()) + "–" + clock(bar.from() + bar.length()))
                                .collect(Collectors.joining(", "));
    }

    private String clock(int minute) {
        return LocalTime.MIN
                .plusMinutes(minute % (24 * 60))
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language()));
    }

    public String getHeading() {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language()));
    }

    /** Hours as a scale has them. */
    public List<Integer> getMarks() {
        return timeline.marks();
    }

    /** The first minute and the number of minutes that are drawn. */
    public int getFirst() {
        return timeline.from() * 60;
    }

    public int getWidth() {
        return (timeline.to() - timeline.from()) * 60;
    }

    public String getDay() {
        return day.toString();
    }

    public boolean isOpen() {
        return open;
    }

    public List<Slot> getSlots() {
        return slots;
    }

    public boolean isSearched() {
        return searched;
    }

    /** Without the year and the zone: it is near, and in the zone of the event. */
    public String brief(Slot slot) {
        String when = EventWords.brief(slot.time(), language(), slot.time().zone());
        return slot.all() == 0
                ? when
                : when + " · " + MessageFormat.format(text("calendar.find.optional"), slot.others(), slot.all());
    }

    private Locale language() {
        return account().language();
    }
}
