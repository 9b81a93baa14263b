package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a viewer of three sizes sees of somebody whose network loses packets, or whose browser gives a size up. */
@Tag("flow")
class LossyPublisherTest extends SimulcastCall {
    private void loseKeyFrameOf(int layer) {
        holdsBack = true;
        send(layer, true);
        holdsBack = false;
    }

    @Test
    void beginsWithAKeyFrameThatWasRepairedLateAndWithWhatCameSince() {
        showTheLargest();
        int before = shown.size();

        frame(false, LOW, MIDDLE);
        loseKeyFrameOf(MIDDLE);
        frame(true, LOW);
        for (int i = 0; i < 12; i++) {
            frame(false, LOW, MIDDLE);
        }
        assertThat(shown).hasSize(before);
        held.forEach(this::arrive);

        assertThat(shown.subList(before, shown.size())).hasSize(13).allMatch(picture -> picture.size() == MIDDLE);
        frame(false, LOW, MIDDLE);
        assertThat(shown).hasSize(before + 14);
        assertNoNumberIsMissing();
        assertThat(shown.getLast().timestamp() - shown.get(before - 1).timestamp())
                .as("as much later as it is")
                .isBetween(14 * 3_000, 16 * 3_000);
    }

    @Test
    void isNotTakenBackByAKeyFrameThatWasRepairedLate() {
        showTheLargest();
        viewer.cap(CAP_OF_MIDDLE);
        frames(3);

        loseKeyFrameOf(MIDDLE);
        frame(true, HIGH);
        frames(6);
        held.forEach(this::arrive);
        frames(30);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);
        assertThat(askedForKeyFrames().getLast()).isEqualTo(ssrc(MIDDLE));

        frame(true, LOW, MIDDLE, HIGH);
        frames(3);
        assertThat(shown.getLast().size()).isEqualTo(MIDDLE);
        assertNoSeam();
    }

    /** Of each size, one packet in so many is lost on the publisher's way; a report each second. */
    private void seconds(int count, int lostEach) {
        for (int i = 0; i < count * 30; i++) {
            for (int layer = LOW; lostEach > 0 && i % lostEach == 0 && layer <= HIGH; layer++) {
                sequences[layer]++;
            }
            frames(1);
            if (i % 30 == 29) {
                publication.reportBlocks();
            }
        }
    }

    @Test
    void leavesTheLargestBeforeALossyPublisherGivesItUp() {
        showTheLargest();
        publication.reportBlocks();
        seconds(10, 30);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);
        seconds(2, 10);
        assertThat(askedForKeyFrames()).doesNotContain(ssrc(MIDDLE));

        seconds(2, 10);
        assertThat(askedForKeyFrames().getLast()).isEqualTo(ssrc(MIDDLE));
        assertThat(shown.getLast().size()).as("until the other comes").isEqualTo(HIGH);
        frame(true, LOW, MIDDLE, HIGH);
        seconds(20, 10);
        assertThat(shown.getLast().size()).isEqualTo(MIDDLE);

        seconds(8, 0);
        frame(true, LOW, MIDDLE, HIGH);
        frames(3);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);
    }

    @Test
    void takesASmallerPictureWhenThePublisherStopsTheLarge() {
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);

        for (int i = 0; i < 6; i++) {
            frameBetweenLooks(false, LOW, MIDDLE);
        }
        assertThat(askedForKeyFrames().getLast()).isEqualTo(ssrc(MIDDLE));
        frame(true, LOW, MIDDLE);
        frame(false, LOW, MIDDLE);
        assertThat(shown.getLast().size()).isEqualTo(MIDDLE);
    }

    @Test
    void waitsUntilALargePictureLastsThatItsPublisherGaveUp() {
        showTheLargest();
        for (int i = 0; i < 8; i++) {
            frame(false, LOW, MIDDLE);
        }
        frame(true, LOW, MIDDLE);
        shown.clear();

        frames(50);
        frame(true, LOW, MIDDLE, HIGH);
        frames(50);
        assertThat(sizes()).containsExactly(MIDDLE);
        frames(25);
        frame(true, LOW, MIDDLE, HIGH);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);
    }

    @Test
    void showsALargePictureAtOnceThatNobodyWantedMeanwhile() {
        showTheLargest();
        viewer.cap(CAP_OF_MIDDLE);
        frame(false, LOW, MIDDLE, HIGH);
        for (int i = 0; i < 30; i++) {
            frame(i == 5, LOW, MIDDLE);
        }
        assertThat(shown.getLast().size()).isEqualTo(MIDDLE);

        viewer.cap(0);
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        frame(true, LOW, MIDDLE, HIGH);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);
    }
}
