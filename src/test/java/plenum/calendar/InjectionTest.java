package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.mail.MailAddress;

/** What people write into events stays text in files of iCalendar: it adds no line, no guest, no file and no second event. */
@Tag("calendar")
class InjectionTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final MailAddress GUEST = new MailAddress("guest@example.net");
    private static final EventFile.Host HOST = new EventFile.Host(new MailAddress("host@example.org"), "Host");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nATTENDEE:mailto:eve@example.net",
                "x\nATTENDEE:mailto:eve@example.net",
                "x\rATTACH:https://evil.example/a.exe",
                "x\\nATTENDEE:mailto:eve@example.net",
                "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nDTSTART:20261201T100000Z",
                "x\";ROLE=CHAIR;DELEGATED-TO=\"mailto:eve@example.net\":mailto:eve@example.net",
                "x;PARTSTAT=ACCEPTED:mailto:eve@example.net",
                "x^nATTENDEE:mailto:eve@example.net",
                "x\u2028ATTENDEE:mailto:eve@example.net",
                "x\u0000\u0007\u000B\u0085ATTENDEE:mailto:eve@example.net",
                "<script>alert(1)</script>, ; : \\ \" ^'"
            })
    void textStaysText(String evil) throws Exception {
        Event event = event(evil);
        for (Optional<String> method :
                List.of(Optional.of("REQUEST"), Optional.of("CANCEL"), Optional.<String>empty())) {
            String file = EventFile.write(
                    List.of(event),
                    method,
                    new EventFile.Host(HOST.email(), evil),
                    letters -> "https://meet.example.org/m/" + letters);
            assertThat(file.lines().map(line -> line.stripTrailing().toUpperCase()))
                    .noneMatch(line -> line.startsWith("ATTENDEE:MAILTO:EVE") || line.startsWith("ATTACH"));
            net.fortuna.ical4j.model.Calendar read = new CalendarBuilder().build(new StringReader(file));
            assertThat(read.getComponents("VEVENT")).hasSize(1);
            VEvent only = (VEvent) read.getComponents("VEVENT").getFirst();
            assertThat(values(only, Property.ATTENDEE)).containsExactly("mailto:" + GUEST.text());
            assertThat(values(only, Property.ATTACH)).isEmpty();
            assertThat(values(only, Property.ORGANIZER))
                    .containsExactly("mailto:" + HOST.email().text());
            assertThat(only.getUid().orElseThrow().getValue()).isEqualTo(event.uid());
            assertThat(EventParts.guests(only)).hasSize(1).allSatisfy(guest -> {
                assertThat(guest.email()).isEqualTo(GUEST);
                assertThat(guest.answer()).isEqualTo(Answer.NONE);
                assertThat(guest.needed()).isTrue();
            });
        }
    }

    private static List<String> values(VEvent event, String name) {
        List<Property> properties = event.getProperties(name);
        return properties.stream().map(Property::getValue).toList();
    }

    private static Event event(String evil) {
        return new Event(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                new Event.Details(evil, evil, evil, true, false, List.of(Duration.ofMinutes(10))),
                new EventTime(LocalDateTime.of(2026, 12, 1, 10, 0), Duration.ofHours(1), BERLIN, false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Guest(
                        GUEST,
                        evil.substring(0, Math.min(evil.length(), Guest.LONGEST_NAME)),
                        Optional.empty(),
                        true,
                        Answer.NONE)),
                0,
                Instant.EPOCH);
    }
}
