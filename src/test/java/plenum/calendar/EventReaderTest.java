package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.mail.MailAddress;

@Tag("calendar")
class EventReaderTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final UUID CALENDAR = UUID.randomUUID();
    private static final MailAddress HOST = new MailAddress("host@example.org");

    private static EventReader.Found found(String... lines) throws Exception {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VCALENDAR\r\n";
        return EventReader.read(text, CALENDAR, Optional.of(HOST), ZURICH, NOW);
    }

    private static Event event(String... lines) throws Exception {
        String[] all = new String[lines.length + 4];
        System.arraycopy(lines, 0, all, 3, lines.length);
        all[0] = "BEGIN:VEVENT";
        all[1] = "UID:one@example.org";
        all[2] = "DTSTAMP:20261129T120000Z";
        all[all.length - 1] = "END:VEVENT";
        return found(all).events().getFirst();
    }

    private static List<LocalDateTime> starts(Event event, String from, String to) {
        return event
                .occurrences(new EventTime.Interval(
                        LocalDate.parse(from).atStartOfDay(event.time().zone()).toInstant(),
                        LocalDate.parse(to).atStartOfDay(event.time().zone()).toInstant()))
                .stream()
                .map(EventTime::start)
                .toList();
    }

    @Test
    void timesWithAZoneInUtcFloatingAndForWholeDays() throws Exception {
        assertThat(event("DTSTART;TZID=America/New_York:20261207T090000", "DURATION:PT1H30M")
                        .time())
                .isEqualTo(new EventTime(
                        LocalDateTime.parse("2026-12-07T09:00"),
                        Duration.ofMinutes(90),
                        ZoneId.of("America/New_York"),
                        false));
        assertThat(event("DTSTART:20261207T090000Z", "DTEND:20261207T093000Z")
                        .time()
                        .zone())
                .isEqualTo(ZoneId.of("UTC"));
        assertThat(event("DTSTART:20261207T090000", "DTEND:20261207T100000")
                        .time()
                        .zone())
                .isEqualTo(ZURICH);
        assertThat(event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227")
                        .time())
                .isEqualTo(EventTime.days(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-26"), ZURICH));
        assertThat(event("DTSTART;VALUE=DATE:20261224").time().length()).isEqualTo(Duration.ofDays(1));
        assertThat(event("DTSTART;VALUE=DATE:20261224", "DURATION:P1W").time().length())
                .isEqualTo(Duration.ofDays(7));
    }

    @Test
    void outlooksNamesOfZonesAreUnderstood() throws Exception {
        Event read = event(
                "DTSTART;TZID=W. Europe Standard Time:20261207T090000",
                "DTEND;TZID=W. Europe Standard Time:20261207T100000");
        assertThat(read.time().begin().toInstant()).isEqualTo(Instant.parse("2026-12-07T08:00:00Z"));
    }

    @Test
    void textsAreUnescapedUnfoldedAndCut() throws Exception {
        Event read = event(
                "DTSTART:20261207T090000Z",
                "SUMMARY:Plan\\; with\\, signs",
                "DESCRIPTION:one\\ntwo",
                "LOCATION:Room",
                "  1",
                "CLASS:CONFIDENTIAL",
                "TRANSP:TRANSPARENT");
        assertThat(read.details().title()).isEqualTo("Plan; with, signs");
        assertThat(read.details().description()).isEqualTo("one\ntwo");
        assertThat(read.details().place()).isEqualTo("Room 1");
        assertThat(read.details().busy()).isFalse();
        assertThat(read.details().hidden()).isTrue();
        assertThat(event("DTSTART:20261207T090000Z", "SUMMARY:" + "x".repeat(500))
                        .details()
                        .title())
                .hasSize(200);
        assertThat(event("DTSTART:20261207T090000Z").details().title()).isEqualTo("–");
    }

    @Test
    void rulesWithExceptionsFurtherDatesAndReplacedTimes() throws Exception {
        EventReader.Found found = found(
                "BEGIN:VEVENT",
                "UID:series",
                "DTSTART;TZID=Europe/Zurich:20261207T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;UNTIL=20270131T235959Z",
                "EXDATE;TZID=Europe/Zurich:20261214T090000,20261221T090000",
                "RDATE;TZID=Europe/Zurich:20261209T150000",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:series",
                "RECURRENCE-ID;TZID=Europe/Zurich:20261228T090000",
                "DTSTART;TZID=Europe/Zurich:20261229T110000",
                "DURATION:PT2H",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:series",
                "RECURRENCE-ID;TZID=Europe/Zurich:20270104T090000",
                "DTSTART;TZID=Europe/Zurich:20270104T090000",
                "STATUS:CANCELLED",
                "END:VEVENT");
        assertThat(found.events()).hasSize(3);
        assertThat(starts(found.events().getFirst(), "2026-12-01", "2027-02-20"))
                .extracting(LocalDateTime::toLocalDate)
                .containsExactly(
                        LocalDate.parse("2026-12-07"),
                        LocalDate.parse("2026-12-28"),
                        LocalDate.parse("2027-01-11"),
                        LocalDate.parse("2027-01-18"),
                        LocalDate.parse("2027-01-25"));
        assertThat(found.events().get(1).time().start()).isEqualTo("2026-12-09T15:00");
        assertThat(found.events().get(2).instead()).contains(LocalDateTime.parse("2026-12-28T09:00"));
    }

    @Test
    void remindersAreReadAndAbsoluteOnesLeftOut() throws Exception {
        Event read = event(
                "DTSTART:20261207T090000Z",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "TRIGGER:-PT15M",
                "END:VALARM",
                "BEGIN:VALARM",
                "ACTION:EMAIL",
                "TRIGGER:-P1D",
                "END:VALARM",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "TRIGGER;VALUE=DATE-TIME:20261207T080000Z",
                "END:VALARM");
        assertThat(read.details().reminders()).containsExactly(Duration.ofMinutes(15));
        assertThat(read.details().mails()).containsExactly(Duration.ofDays(1));
    }

    @Test
    void guestsAreThoseOfTheOwnersEventsAlone() throws Exception {
        String guest = "ATTENDEE;CN=Guest;PARTSTAT=ACCEPTED;ROLE=OPT-PARTICIPANT:mailto:guest@example.net";
        assertThat(event("DTSTART:20261207T090000Z", "ORGANIZER:MAILTO:host@example.org", guest)
                        .guests())
                .containsExactly(
                        new Guest(new MailAddress("guest@example.net"), "Guest", Optional.empty(), false, Answer.YES));
        assertThat(event("DTSTART:20261207T090000Z", "ORGANIZER:mailto:other@example.org", guest)
                        .guests())
                .isEmpty();
        assertThat(event("DTSTART:20261207T090000Z", guest).guests()).isEmpty();
    }

    @Test
    void whatIsNoEventIsCounted() throws Exception {
        EventReader.Found found = found(
                "BEGIN:VTODO",
                "UID:todo",
                "SUMMARY:Task",
                "END:VTODO",
                "BEGIN:VEVENT",
                "UID:hourly",
                "DTSTART:20261207T090000Z",
                "RRULE:FREQ=HOURLY",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:no-start",
                "SUMMARY:x",
                "END:VEVENT");
        assertThat(found.events()).isEmpty();
        assertThat(found.left()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html></html>",
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:x\r\n"
            })
    void whatIsNoCalendarIsRefused(String text) {
        assertThatThrownBy(() -> EventReader.read(text, CALENDAR, Optional.empty(), ZURICH, NOW))
                .isInstanceOf(EventReader.UnreadableException.class);
    }

    /** What is written is read again as it was: whole days, zones, rules over changes of clocks, exceptions, reminders, guests. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FREQ=DAILY;COUNT=10",
                "FREQ=DAILY;UNTIL=20270401T080000Z",
                "FREQ=DAILY;INTERVAL=3",
                "FREQ=WEEKLY;BYDAY=MO,WE,FR;WKST=SU",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=8;BYDAY=TU,TH",
                "FREQ=MONTHLY;BYDAY=1FR",
                "FREQ=MONTHLY;BYDAY=-2MO;COUNT=6",
                "FREQ=MONTHLY;BYMONTHDAY=-3",
                "FREQ=MONTHLY;BYMONTHDAY=2,15;COUNT=10",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=YEARLY;BYMONTH=6,7;COUNT=10",
                "FREQ=YEARLY;BYDAY=20MO",
                "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
                "FREQ=YEARLY;BYYEARDAY=1,100,200;COUNT=10",
                "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
                "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"
            })
    void writtenAndReadAgainItIsTheSame(String rule) throws Exception {
        for (boolean days : new boolean[] {false, true}) {
            for (ZoneId zone : List.of(ZURICH, ZoneId.of("America/New_York"), ZoneId.of("UTC"))) {
                Event event = sample(rule, days, zone);
                String file = EventFile.write(
                        List.of(event), Optional.empty(), new EventFile.Host(HOST, "Host"), letters -> "https://x/");
                ZoneId readers = days ? zone : ZoneId.of("Asia/Tokyo");
                Event read = EventReader.read(file, CALENDAR, Optional.of(HOST), readers, NOW)
                        .events()
                        .getFirst();
                assertThat(read.details()).isEqualTo(event.details());
                assertThat(read.time()).isEqualTo(event.time());
                assertThat(read.guests()).isEqualTo(event.guests());
                assertThat(read.uid()).isEqualTo(event.uid());
                assertThat(read.sequence()).isEqualTo(event.sequence());
                assertThat(starts(read, "2026-01-01", "2036-01-01"))
                        .isEqualTo(starts(event, "2026-01-01", "2036-01-01"));
            }
        }
    }

    private static Event sample(String rule, boolean days, ZoneId zone) {
        LocalDateTime start = LocalDateTime.parse("2026-12-07T09:00");
        EventTime time = days
                ? EventTime.days(start.toLocalDate(), start.toLocalDate(), zone)
                : new EventTime(start, Duration.ofMinutes(45), zone, false);
        return new Event(
                UUID.randomUUID(),
                CALENDAR,
                "uid-" + new Random(rule.hashCode()).nextLong(),
                new Event.Details(
                        "Ä; title, with \"signs\"",
                        "Line\nand \\ more",
                        "Room: 1",
                        true,
                        true,
                        List.of(Duration.ZERO, Duration.ofMinutes(10)),
                        List.of(Duration.ofDays(1))),
                time,
                Repetition.parse(rule, zone)
                        .map(read -> read.without(time.start().plusDays(7))
                                .without(time.start().plusDays(2))),
                Optional.empty(),
                Optional.empty(),
                List.of(new Guest(new MailAddress("a@example.net"), "Ann", Optional.empty(), true, Answer.MAYBE)),
                4,
                NOW);
    }
}
