package plenum.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.media.MediaGateway.ServerHealth;

@Tag("health")
class HealthReportTest {
    private static final ServerHealth UP = new ServerHealth("127.0.0.1:8888", true);
    private static final ServerHealth DOWN = new ServerHealth("127.0.0.1:9", false);

    @Test
    void isUpWithTheDatabaseAndOneMediaServer() {
        assertThat(new HealthReport(true, List.of(DOWN, UP)).up()).isTrue();
        assertThat(new HealthReport(true, List.of(DOWN)).up()).isFalse();
        assertThat(new HealthReport(true, List.of()).up()).isFalse();
        assertThat(new HealthReport(false, List.of(UP)).up()).isFalse();
    }

    @Test
    void namesWhatIsUpAndWhatIsNot() {
        assertThat(new HealthReport(true, List.of(DOWN, UP)).json())
                .isEqualTo(
                        "{\"status\":\"up\",\"database\":{\"status\":\"up\"},\"mediaServers\":["
                                + "{\"url\":\"127.0.0.1:9\",\"status\":\"down\"},{\"url\":\"127.0.0.1:8888\",\"status\":\"up\"}]}");
    }
}
