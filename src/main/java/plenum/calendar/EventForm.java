package plenum.calendar;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The fields of an event's dialog, as the browser's own controls for dates and times write them. */
@NullUnmarked
public final class EventForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DATE = 10;

    private String title = "";
    private String description = "";
    private String place = "";
    private String start = "";
    private String end = "";
    private boolean wholeDays;
    private ZoneId zone;
    /** Of the latest time that made sense: it is kept when the start moves. */
    private Duration length;

    private boolean busy = true;
    private boolean hidden;
    private String calendar;
    private Calendar.Colour colour;
    private final RepeatFields repeat = new RepeatFields();
    private List<Integer> reminders = new ArrayList<>();
    private List<Integer> mails = new ArrayList<>();

    static EventForm of(EventTime time, UUID calendar) {
        EventForm form = new EventForm();
        form.calendar = calendar.toString();
        form.reminders = new ArrayList<>(List.of(600));
        form.take(time);
        return form;
    }

    /** As one time of a series that is kept as an event of its own: how the series is repeated can be changed there, too. */
    void repeatAs(Event series, EventTime usual) {
        repeat.startsOn(usual.start().getDayOfWeek());
        series.repetition().ifPresent(rule -> repeat.take(RepeatChoice.of(rule, usual)));
    }

    static EventForm of(Event event, EventTime time) {
        EventForm form = new EventForm();
        form.title = event.details().title();
        form.description = event.details().description();
        form.place = event.details().place();
        form.busy = event.details().busy();
        form.hidden = event.details().hidden();
        form.colour = event.details().colour().orElse(null);
        form.calendar = event.calendar().toString();
        form.reminders = seconds(event.details().reminders());
        form.mails = seconds(event.details().mails());
        form.take(time);
        event.repetition().ifPresent(rule -> form.repeat.take(RepeatChoice.of(rule, time)));
        return form;
    }

    private static List<Integer> seconds(List<Duration> reminders) {
        return new ArrayList<>(
                reminders.stream().map(before -> (int) before.toSeconds()).toList());
    }

    private static List<Duration> durations(List<Integer> seconds) {
        return seconds.stream()
                .limit(Event.Details.MOST_REMINDERS)
                .map(Duration::ofSeconds)
                .toList();
    }

    /** Another time, such as a slot that was found; the rest stays. */
    void take(EventTime time) {
        wholeDays = time.wholeDays();
        zone = time.zone();
        length = time.length();
        start = time.start().toString().substring(0, 16);
        LocalDateTime over = time.wholeDays()
                ? time.start().plus(time.length()).minusDays(1)
                : time.end().toLocalDateTime();
        end = over.toString().substring(0, 16);
        repeat.startsOn(time.start().getDayOfWeek());
    }

    /** Empty when what was typed is no time, or ends before it begins. */
    Optional<EventTime> time() {
        try {
            return Optional.of(
                    wholeDays
                            ? EventTime.days(day(start), day(end), zone)
                            : EventTime.between(LocalDateTime.parse(start), LocalDateTime.parse(end), zone));
        } catch (DateTimeParseException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The end follows the start, as long as the event was. */
    void startMoved() {
        try {
            LocalDateTime begin = wholeDays ? day(start).atStartOfDay() : LocalDateTime.parse(start);
            take(new EventTime(begin, length, zone, wholeDays));
        } catch (DateTimeParseException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return; // it is refused when it is saved
        }
    }

    void endMoved() {
        time().ifPresent(time -> length = time.length());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, DATE));
    }

    /**
     * What it is about.
     *
     * @param otherwise the place, when none is typed
     * @throws IllegalArgumentException when a text is missing or too long
     */
    Event.Details details(String otherwise) {
        return new Event.Details(
                title.strip(),
                description.strip(),
                place.isBlank() ? otherwise : place.strip(),
                busy,
                hidden,
                durations(reminders),
                durations(mails),
                Optional.ofNullable(colour));
    }

    /** How it is repeated; empty when it is not, or what was typed is no rule. */
    Optional<Repetition> repetition(EventTime time) {
        return repeat.repetition(time);
    }

    /**
     * The same, but an old rule as it stands where nothing of it was changed: programs write one and the same rule in many ways.
     *
     * @param was the time that the form was opened with
     */
    Optional<Repetition> repetition(EventTime time, Event series, EventTime was) {
        Optional<Repetition> chosen = repetition(time);
        Optional<Repetition> sameThen = repetition(was);
        boolean untouched =
                of(series, was).repetition(was).equals(sameThen) && sameThen.equals(chosen) && chosen.isPresent();
        return untouched ? series.repetition().map(Repetition::bare) : chosen;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getStart() {
        return wholeDays ? start.substring(0, Math.min(DATE, start.length())) : start;
    }

    public void setStart(String start) {
        this.start = start;
    }

    public String getEnd() {
        return wholeDays ? end.substring(0, Math.min(DATE, end.length())) : end;
    }

    public void setEnd(String end) {
        this.end = end;
    }

    public boolean isWholeDays() {
        return wholeDays;
    }

    public void setWholeDays(boolean wholeDays) {
        if (this.wholeDays && !wholeDays) {
            start = start.length() == DATE ? start + "T09:00" : start;
            end = end.length() == DATE ? end + "T10:00" : end;
        }
        if (this.wholeDays != wholeDays) {
            this.wholeDays = wholeDays;
            endMoved();
        }
    }

    /** The zone that the times are in. */
    public String getZone() {
        return zone.getId();
    }

    /** One that is not known leaves the zone as it is. */
    public void setZone(String name) {
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            zone = ZoneId.of(name);
        }
    }

    /** Null: that of the calendar. */
    public Calendar.Colour getColour() {
        return colour;
    }

    public void setColour(Calendar.Colour colour) {
        this.colour = colour;
    }

    public boolean isBusy() {
        return busy;
    }

    public void setBusy(boolean busy) {
        this.busy = busy;
    }

    public boolean isHidden() {
        return hidden;
    }

    public void setHidden(boolean hidden) {
        this.hidden = hidden;
    }

    public String getCalendar() {
        return calendar;
    }

    public void setCalendar(String calendar) {
        this.calendar = calendar;
    }

    public RepeatFields getRepeat() {
        return repeat;
    }

    public List<Integer> getReminders() {
        return reminders;
    }

    public void setReminders(List<Integer> reminders) {
        this.reminders = reminders;
    }

    public List<Integer> getMails() {
        return mails;
    }

    public void setMails(List<Integer> mails) {
        this.mails = mails;
    }
}
