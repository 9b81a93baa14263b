package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import plenum.account.Account;
import plenum.calendar.EventTime.Interval;
import plenum.policy.Policy;
import plenum.policy.SuiteModule;

/** What takes place for somebody on the rest of their day. Blocks on the database. */
@ApplicationScoped
public class TodayEvents {
    private static final int MOST = 8;

    @Inject
    CalendarShares shares;

    @Inject
    Agenda agenda;

    @Inject
    EventMeetings meetings;

    @Inject
    Policy policy;

    @Inject
    InstantSource clock;

    /**
     * One time of an event, in the reader's language.
     *
     * @param event id
     * @param start an instant
     * @param end an instant
     * @param time both by the reader's clock; empty for whole days
     * @param meeting where one joins; empty without a meeting
     */
    public record Row(String event, String start, String end, String time, String title, String meeting) {
        /** Tells one row of a list from the others. */
        public String key() {
            return event + " " + start;
        }
    }

    /**
     * The rest of a day.
     *
     * @param events the earliest first, the first ones of many
     * @param until when the day ends
     */
    public record Today(List<Row> events, Instant until) {}

    /** On a server without calendars, nothing takes place. */
    public Today of(Account reader) {
        ZoneId zone = reader.zone();
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, zone);
        Interval rest = new Interval(now, day.plusDays(1).atStartOfDay(zone).toInstant());
        if (!policy.has(SuiteModule.CALENDAR)) {
            return new Today(List.of(), rest.end());
        }
        List<SeenCalendar> own =
                shares.seenBy(reader).stream().filter(SeenCalendar::personal).toList();
        List<Row> rows = agenda.of(reader, own, true, rest).stream()
                .limit(MOST)
                .map(entry -> row(entry, zone, reader.language()))
                .toList();
        return new Today(rows, rest.end());
    }

    private Row row(Agenda.Entry entry, ZoneId zone, Locale language) {
        Interval span = entry.time().interval();
        return new Row(
                entry.event().id().toString(),
                span.start().toString(),
                span.end().toString(),
                time(entry.time(), zone, language),
                entry.event().details().title(),
                entry.event().meeting().map(meetings::address).orElse(""));
    }

    private static String time(EventTime time, ZoneId zone, Locale language) {
        DateTimeFormatter clock =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language);
        return time.wholeDays()
                ? ""
                : time.begin().withZoneSameInstant(zone).format(clock) + " – "
                        + time.end().withZoneSameInstant(zone).format(clock);
    }
}
