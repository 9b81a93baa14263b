package plenum.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stream")
class DominantSpeakerTest {
    private final DominantSpeaker floor = new DominantSpeaker();

    @Test
    void aCoughDoesNotTakeTheFloor() {
        floor.started("ada", 80, at(0));
        assertThat(floor.at(at(400))).isEmpty();
        floor.stopped("ada", at(400));
        assertThat(floor.at(at(5000))).isEmpty();
    }

    @Test
    void whoeverSpeaksOnTakesTheFreeFloor() {
        floor.started("ada", 50, at(0));
        assertThat(floor.at(at(500))).contains("ada");
        floor.stopped("ada", at(600));
        assertThat(floor.at(at(60_000))).contains("ada");
    }

    @Test
    void theHolderKeepsTheFloorThroughAPause() {
        floor.started("ada", 50, at(0));
        assertThat(floor.at(at(500))).contains("ada");
        floor.stopped("ada", at(2000));
        floor.started("bob", 50, at(2100));
        assertThat(floor.at(at(3100))).contains("ada");
        assertThat(floor.at(at(3200))).contains("bob");
    }

    @Test
    void aLongAndLoudEnoughInterruptionTakesTheFloor() {
        floor.started("ada", 50, at(0));
        assertThat(floor.at(at(500))).contains("ada");
        floor.started("cem", 40, at(1000));
        floor.started("bob", 50, at(1000));
        assertThat(floor.at(at(3900))).contains("ada");
        assertThat(floor.at(at(4000))).contains("bob");
        assertThat(floor.at(at(20_000))).contains("bob");
    }

    @Test
    void theFloorIsFreeWhenItsHolderLeaves() {
        floor.started("ada", 50, at(0));
        assertThat(floor.at(at(500))).contains("ada");
        floor.left("ada");
        assertThat(floor.at(at(600))).isEmpty();
        assertThat(floor.isAnybodySpeaking()).isFalse();
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(1_000_000 + millis);
    }
}
