package plenum.calendar;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.mail.Letter;
import plenum.meeting.MeetingLetters;
import plenum.platform.SettingsReader;
import plenum.platform.SiteAddress;

/** Those who plan events, with calendars in memory, letters that are kept, and no rooms. */
final class PlannerForTests {
    final FakeCalendars calendars = new FakeCalendars();
    final FakeShares shares = new FakeShares(calendars);
    final List<Letter> letters = new ArrayList<>();
    final Planner planner = new Planner();
    final SeriesPlanner series = new SeriesPlanner();

    PlannerForTests(Instant now) {
        Accounts nobody = stub(Accounts.class, Optional.empty());
        Attachments files = stub(Attachments.class, null);
        EventRooms rooms = new EventRooms() {
            @Override
            void keep(Account by, Event event) {
                // no rooms here
            }
        };
        planner.calendars = calendars;
        planner.shares = shares;
        planner.proposals = stub(Proposals.class, null);
        planner.rooms = rooms;
        planner.clock = InstantSource.fixed(now);
        planner.invitations = new Invitations();
        planner.invitations.settings = new SettingsReader(name -> Optional.empty(), "host:8080").read();
        planner.invitations.outbox = letters::add;
        planner.invitations.calendars = calendars;
        planner.invitations.meetings = new EventMeetings() {
            @Override
            boolean isEncrypted(MeetingLetters letters) {
                return false;
            }
        };
        planner.invitations.site = new SiteAddress("https://meet.example.org");
        planner.invitations.random = new Random(1);
        planner.invitations.accounts = nobody;
        series.calendars = calendars;
        series.planner = planner;
        series.attachments = files;
        series.accounts = nobody;
        series.rooms = rooms;
    }

    /** Whose calls do nothing and answer the same. */
    private static <T> T stub(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    /** What has been mailed since it was asked last, and to whom. */
    List<String> told() {
        List<String> told = letters.stream()
                .map(letter -> letter.kind() + " " + letter.to())
                .toList();
        letters.clear();
        return told;
    }

    /** What somebody has in their calendars in a span, by the clock of a zone. */
    List<LocalDateTime> starts(Account owner, LocalDateTime from, LocalDateTime to, ZoneId zone) {
        return entries(owner, from, to, zone).stream()
                .map(entry -> entry.time().start())
                .toList();
    }

    List<Agenda.Entry> entries(Account owner, LocalDateTime from, LocalDateTime to, ZoneId zone) {
        Agenda agenda = new Agenda();
        agenda.calendars = calendars;
        EventTime.Interval span = new EventTime.Interval(
                from.atZone(zone).toInstant(), to.atZone(zone).toInstant());
        return agenda.of(owner, shares.seenBy(owner), true, span);
    }
}
