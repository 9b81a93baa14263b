package plenum.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.calendar.EventTime.Interval;

/** What takes place today for whoever is signed in, on the start page. Guests cost no query. */
@Named
@RequestScoped
@NullUnmarked
public class TodayPanel {
    private static final int MOST = 8;

    @Inject
    CurrentUser user;

    @Inject
    CalendarShares shares;

    @Inject
    Agenda agenda;

    @Inject
    EventMeetings meetings;

    @Inject
    InstantSource clock;

    private List<Row> rows;

    /** @param meeting where one joins; empty without a meeting */
    public record Row(String time, String title, String meeting) {}

    public boolean isSignedIn() {
        return user.isSignedIn();
    }

    public List<Row> getEvents() {
        if (rows == null) {
            rows = user.account().map(this::today).orElse(List.of());
        }
        return rows;
    }

    private List<Row> today(Account reader) {
        ZoneId zone = reader.zone();
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, zone);
        Interval rest = new Interval(now, day.plusDays(1).atStartOfDay(zone).toInstant());
        List<SeenCalendar> own =
                shares.seenBy(reader).stream().filter(SeenCalendar::personal).toList();
        return agenda.of(reader, own, true, rest).stream()
                .limit(MOST)
                .map(entry -> new Row(
                        time(entry.time(), zone, reader.language()),
                        entry.event().details().title(),
                        entry.event().meeting().map(meetings::address).orElse("")))
                .toList();
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
