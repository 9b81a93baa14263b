package plenum.attack;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody attacks: the bystanders themselves are well. */
@Tag("attack")
class QuietIT {
    private final Scene scene = Scene.shared();

    @Test
    void nobodyAttacks() {
        scene.bystanders().during("quiet", () -> Awaitility.await()
                .pollDelay(Duration.ofSeconds(2))
                .until(() -> true));
    }
}
