package plenum.media.kurento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A logger that is switched off by name logs again when a library gives its class another one. */
@Tag("media")
class QuietLoggersTest {
    /** Logs events for released endpoints with the ICE candidates in them. */
    private static final String TELLS_CANDIDATES = "org.kurento.client.internal.client.RomClientObjectManager";

    @Test
    void theClassThatLogsCandidatesIsThereAndSilent() throws Exception {
        assertThatCode(() -> Class.forName(TELLS_CANDIDATES)).doesNotThrowAnyException();
        assertThat(Files.readString(Path.of("wildfly-config/30-logging.cli")))
                .contains("/subsystem=logging/logger=" + TELLS_CANDIDATES + ":add(level=OFF)");
    }
}
