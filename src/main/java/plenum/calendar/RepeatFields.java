package plenum.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/** The fields of an event's dialog that say how it is repeated. */
@NullUnmarked
public final class RepeatFields implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_TIMES = 10;

    /** How a series ends. */
    public enum Ends {
        NEVER,
        UNTIL,
        TIMES
    }

    private String frequency = RepeatChoice.NEVER;
    private int interval = 1;
    private List<Integer> days = new ArrayList<>();
    private Ends ends = Ends.NEVER;
    private String until = "";
    private int times = USUAL_TIMES;
    private DayOfWeek start = DayOfWeek.MONDAY;

    void take(RepeatChoice choice) {
        frequency = choice.frequency();
        interval = choice.interval();
        days = new ArrayList<>(
                choice.days().stream().map(DayOfWeek::getValue).sorted().toList());
        until = choice.end().until().map(LocalDate::toString).orElse("");
        times = choice.end().times().orElse(USUAL_TIMES);
        ends = choice.end().until().isPresent() ? Ends.UNTIL : Ends.NEVER;
        if (choice.end().times().isPresent()) {
            ends = Ends.TIMES;
        }
        offerStart();
    }

    /** A single day of the week goes with the start. */
    void startsOn(DayOfWeek day) {
        if (days.equals(List.of(start.getValue()))) {
            days = new ArrayList<>(List.of(day.getValue()));
        }
        start = day;
    }

    private void offerStart() {
        if (isWeekly() && days.isEmpty()) {
            days = new ArrayList<>(List.of(start.getValue()));
        }
    }

    /** Empty when it is not repeated, or what was typed is no rule. */
    Optional<Repetition> repetition(EventTime time) {
        return isRepeated() && isComplete()
                ? new RepeatChoice(
                                frequency,
                                interval,
                                days.stream().map(DayOfWeek::of).collect(Collectors.toSet()),
                                end())
                        .repetition(time)
                : Optional.empty();
    }

    private boolean isComplete() {
        return ends != Ends.UNTIL || day().isPresent();
    }

    private RepeatChoice.End end() {
        return switch (ends) {
            case NEVER -> RepeatChoice.End.NONE;
            case UNTIL -> RepeatChoice.End.after(day().orElseThrow());
            case TIMES -> RepeatChoice.End.after(times);
        };
    }

    private Optional<LocalDate> day() {
        try {
            return until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public boolean isRepeated() {
        return !frequency.equals(RepeatChoice.NEVER);
    }

    public boolean isWeekly() {
        return frequency.equals("WEEKLY");
    }

    public boolean isUntil() {
        return ends == Ends.UNTIL;
    }

    public boolean isCounted() {
        return ends == Ends.TIMES;
    }

    /** What the interval counts; empty for a rule of another program. */
    public String getUnit() {
        return switch (frequency) {
            case "DAILY" -> "days";
            case "WEEKLY", "WORKDAYS" -> "weeks";
            case "MONTHLY", "WEEKDAY" -> "months";
            case "YEARLY" -> "years";
            default -> "";
        };
    }

    public String getFrequency() {
        return frequency;
    }

    public void setFrequency(String frequency) {
        this.frequency = frequency;
        offerStart();
    }

    public int getInterval() {
        return interval;
    }

    public void setInterval(int interval) {
        this.interval = interval;
    }

    /** 1 for Monday to 7 for Sunday. */
    public List<Integer> getDays() {
        return days;
    }

    public void setDays(List<Integer> days) {
        this.days = days;
    }

    public Ends getEnds() {
        return ends;
    }

    public void setEnds(Ends ends) {
        this.ends = ends;
    }

    public String getLastDay() {
        return until;
    }

    public void setLastDay(String day) {
        this.until = day;
    }

    public int getTimes() {
        return times;
    }

    public void setTimes(int times) {
        this.times = times;
    }
}
