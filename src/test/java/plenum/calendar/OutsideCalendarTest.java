package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.AddressRange;
import plenum.storage.OutsideServers;

/** With a real server, as far as this machine may talk to it. */
@Tag("calendar")
class OutsideCalendarTest {
    private static final String FILE = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Test//EN
        BEGIN:VEVENT
        UID:series
        DTSTAMP:20261129T120000Z
        DTSTART;TZID=Europe/Berlin:20270601T100000
        DURATION:PT1H
        RRULE:FREQ=DAILY
        END:VEVENT
        BEGIN:VEVENT
        UID:series
        DTSTAMP:20261129T120000Z
        RECURRENCE-ID;TZID=Europe/Berlin:20270602T100000
        DTSTART;TZID=Europe/Berlin:20270602T150000
        DURATION:PT1H
        END:VEVENT
        BEGIN:VEVENT
        UID:free
        DTSTAMP:20261129T120000Z
        DTSTART;TZID=Europe/Berlin:20270601T140000
        DURATION:PT1H
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
        """.replace("\n", "\r\n");

    private final DatePoll poll = new DatePoll(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "Party",
            Duration.ofHours(1),
            ZoneId.of("Europe/Berlin"),
            List.of(
                    LocalDateTime.parse("2027-06-01T10:30"),
                    LocalDateTime.parse("2027-06-01T14:00"),
                    LocalDateTime.parse("2027-06-02T10:00"),
                    LocalDateTime.parse("2027-06-02T15:30")),
            Optional.empty());
    private HttpServer server;
    private byte[] served = FILE.getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(served);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Optional<List<Answer>> answers(List<AddressRange> allowed, String address) {
        OutsideCalendar outside = new OutsideCalendar();
        outside.servers = new OutsideServers(allowed);
        outside.clock = InstantSource.fixed(Instant.parse("2026-11-29T12:00:00Z"));
        return outside.answers(address, poll);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/calendar.ics";
    }

    @Test
    void timesThatTheCalendarHasNothingAtAreFree() {
        assertThat(answers(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()), address()))
                .contains(List.of(Answer.NO, Answer.YES, Answer.YES, Answer.NO));
    }

    @Test
    void addressesWithinAndOtherThingsAreNotRead() {
        assertThat(answers(List.of(), address())).isEmpty();
        assertThat(answers(List.of(), "webcal://localhost/x.ics")).isEmpty();
        for (String other : List.of("file:///etc/passwd", "", "no address", "https://", "ftp://example.org/x.ics")) {
            assertThat(answers(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()), other))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void whatIsTooLongOrNoCalendarIsNotTaken() {
        served = "<html>".getBytes(StandardCharsets.UTF_8);
        assertThat(answers(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()), address()))
                .isEmpty();
        served = (FILE + " ".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(answers(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()), address()))
                .isEmpty();
    }
}
