package plenum.calendar;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import plenum.platform.Messages;

/** Says when an event takes place, as people write it. */
final class EventWords {
    private EventWords() {}

    /** One moment, in the reader's language and zone. */
    static String moment(Instant at, Locale language, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .format(at.atZone(zone));
    }

    /** How long before a start. */
    static String before(int seconds, Locale language) {
        ResourceBundle texts = Messages.in(language);
        if (seconds == 0) {
            return texts.getString("calendar.reminder.start");
        }
        int minutes = seconds / 60;
        String unit = minutes % (24 * 60) == 0 ? "days" : minutes % 60 == 0 ? "hours" : "minutes";
        int number = unit.equals("days") ? minutes / (24 * 60) : unit.equals("hours") ? minutes / 60 : minutes;
        return new MessageFormat(texts.getString("calendar.reminder." + unit), language).format(new Object[] {number});
    }

    /** Day of the week, day and times in the reader's zone; without the year, for what is near. */
    static String brief(EventTime time, Locale language, ZoneId zone) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedPattern("MMMEd").withLocale(language);
        if (time.wholeDays()) {
            return time(time, language, zone);
        }
        DateTimeFormatter clock =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language);
        ZonedDateTime begin = time.begin().withZoneSameInstant(zone);
        ZonedDateTime end = time.end().withZoneSameInstant(zone);
        String until = begin.toLocalDate().equals(end.toLocalDate()) ? "" : end.format(day) + ", ";
        return begin.format(day) + ", " + begin.format(clock) + " – " + until + end.format(clock);
    }

    /** In the reader's language and zone; whole days are the same everywhere. */
    static String time(EventTime time, Locale language, ZoneId zone) {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language);
        if (time.wholeDays()) {
            LocalDate first = time.start().toLocalDate();
            LocalDate last = time.end().toLocalDate().minusDays(1);
            return first.equals(last) ? first.format(day) : first.format(day) + " – " + last.format(day);
        }
        DateTimeFormatter clock =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language);
        ZonedDateTime begin = time.begin().withZoneSameInstant(zone);
        ZonedDateTime end = time.end().withZoneSameInstant(zone);
        String until = begin.toLocalDate().equals(end.toLocalDate())
                ? end.format(clock)
                : end.format(day) + ", " + end.format(clock);
        return begin.format(day) + ", " + begin.format(clock) + " – " + until + " ("
                + zone.getDisplayName(TextStyle.FULL, language) + ")";
    }
}
