package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.drive.FileTickets.Use;
import plenum.platform.SettingsReader;

/** Addresses of files. */
@Tag("drive")
class FileTicketsTest {
    private final UUID item = UUID.randomUUID();
    private final UUID holder = UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private FileTickets tickets;

    @BeforeEach
    void make() {
        tickets = tickets("a secret that is long enough");
    }

    private FileTickets tickets(String secret) {
        FileTickets made = new FileTickets();
        made.settings = new SettingsReader(
                        name -> name.equals("PLENUM_SECRET") ? Optional.of(secret) : Optional.empty(), "node")
                .read();
        made.random = new SecureRandom();
        made.clock = () -> now;
        made.makeKey();
        return made;
    }

    @Test
    void saysWhatItWasIssuedFor() {
        String text = tickets.issue(item, 7, Use.INLINE, true, holder);
        assertThat(tickets.read(text)).hasValueSatisfying(ticket -> {
            assertThat(ticket.item()).isEqualTo(item);
            assertThat(ticket.holder()).isEqualTo(holder);
            assertThat(ticket.version()).isEqualTo(7);
            assertThat(ticket.use()).isEqualTo(Use.INLINE);
            assertThat(ticket.share()).isTrue();
        });
    }

    @Test
    void noCharacterOfItCanBeChanged() {
        String text = tickets.issue(item, 0, Use.DOWNLOAD, false, holder);
        for (int at = 0; at < text.length(); at++) {
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(tickets.read(text.substring(0, at) + other + text.substring(at + 1)))
                    .isEmpty();
        }
        assertThat(tickets.read(text + "A")).isEmpty();
        assertThat(tickets.read(text.substring(1))).isEmpty();
        assertThat(tickets.read("")).isEmpty();
        assertThat(tickets.read("../../etc/passwd")).isEmpty();
    }

    @Test
    void endsAndIsOfThisServerAlone() {
        String text = tickets.issue(item, 0, Use.DOWNLOAD, false, holder);
        assertThat(tickets("another secret of another server").read(text)).isEmpty();
        now = now.plus(FileTickets.HOLDS).minusSeconds(1);
        assertThat(tickets.read(text)).isPresent();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(tickets.read(text)).isEmpty();
    }
}
