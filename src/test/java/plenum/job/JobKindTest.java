package plenum.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("job")
class JobKindTest {

    record Compose(String meeting, int height, List<String> tracks) {}

    @Test
    void dataComeBackAsTheyWere() {
        JobKind<Compose> kind = JobKind.ofJson("compose", Compose.class);
        Compose data = new Compose("Übergabe 🦊", 720, List.of("a", "b"));
        assertThat(kind.read().apply(kind.write().apply(data))).isEqualTo(data);

        JobKind<UUID> byId = JobKind.ofId("by-id");
        UUID id = UUID.randomUUID();
        assertThat(byId.read().apply(byId.write().apply(id))).isEqualTo(id);
    }

    @Test
    void dataOfAnotherKindAreRefused() {
        JobKind<Compose> kind = JobKind.ofJson("compose", Compose.class);
        assertThatThrownBy(() -> kind.read().apply("{\"height\":\"tall\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Compose");
    }
}
