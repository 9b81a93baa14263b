package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.rtp.Rtcp;

/** Which of three sizes a viewer gets, and that nobody sees where one follows the other. */
@Tag("flow")
class SimulcastForwardingTest extends SimulcastCall {
    @Test
    void showsTheFirstPictureThatComesAndThenTheLargest() {
        frame(true, LOW);
        frames(3);
        assertThat(sizes()).containsExactly(LOW);
        frames(5);
        assertThat(askedForKeyFrames()).containsOnly(ssrc(HIGH));

        frame(true, LOW, MIDDLE, HIGH);
        frames(20);

        assertThat(sizes()).containsExactly(LOW, HIGH);
        assertThat(shown).hasSizeGreaterThanOrEqualTo(30);
        assertNoSeam();
    }

    @Test
    void followsTheCapDownAndUpWithoutAGap() {
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        frame(true, LOW, MIDDLE, HIGH);
        frames(30);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);

        viewer.cap(CAP_OF_MIDDLE);
        frames(3);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);
        frame(true, LOW, MIDDLE, HIGH);
        frames(30);
        assertThat(shown.getLast().size()).isEqualTo(MIDDLE);

        viewer.cap(0);
        frames(3);
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);
        assertThat(shown.stream().map(Shown::size)).doesNotContainSubsequence(MIDDLE, LOW);
        assertNoSeam();
    }

    /** All sizes have the same rate here, about 54 kbit/s: half of it without the third temporal layer, a quarter without the second. */
    @Test
    void sendsFewerFramesUntilTheSmallerPictureThatTheNetworkCarriesComes() {
        showTheLargest();
        int before = shown.size();

        viewer.budget(18_000);
        viewer.adapt();
        frames(20);
        assertThat(shown.subList(before, shown.size()))
                .hasSizeBetween(4, 6)
                .allMatch(picture -> picture.size() == HIGH && picture.temporalLayer() == 0);
        assertThat(askedForKeyFrames().getLast()).isEqualTo(ssrc(LOW));

        frame(true, LOW, MIDDLE, HIGH);
        frames(8);
        assertThat(shown.getLast().size()).isEqualTo(LOW);
        assertThat(shown.getLast().temporalLayer()).isZero();
        viewer.budget(1_000_000);
        frames(3);
        frame(true, LOW, MIDDLE, HIGH);
        frames(8);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);
        assertNoNumberIsMissing();
    }

    /** Else no more would ever be tried than what is too little for it. */
    @Test
    void wantsAsMuchAsAPictureNeedsThatDidNotLast() {
        showTheLargest();
        long usual = viewer.wanted();

        for (int budget : new int[] {18_000, 1_000_000, 18_000}) {
            viewer.budget(budget);
            frames(2);
            frame(true, LOW, MIDDLE, HIGH);
            frames(2);
        }

        assertThat(shown.getLast().size()).isEqualTo(LOW);
        assertThat(viewer.wanted()).isGreaterThan(usual * 6 / 5);
    }

    @Test
    void sendsNothingOfAPictureThatTheNetworkCannotCarryAtAll() {
        showTheLargest();
        int before = shown.size();
        viewer.budget(5_000);
        viewer.adapt();

        frames(10);
        assertThat(shown).hasSize(before);
        assertThat(askedForKeyFrames().getLast()).isEqualTo(ssrc(LOW));
        frame(true, LOW, MIDDLE, HIGH);
        frames(8);
        assertThat(shown.getLast().size()).isEqualTo(LOW);
        assertNoNumberIsMissing();
    }

    @Test
    void asksForTheOldPictureAnewWhenTheNetworkCarriesItAfterAll() {
        showTheLargest();
        int before = shown.size();
        viewer.budget(5_000);
        viewer.adapt();
        frames(10);

        viewer.budget(1_000_000);
        viewer.adapt();
        frames(40);
        assertThat(shown).hasSize(before);
        assertThat(askedForKeyFrames().getLast()).isEqualTo(ssrc(HIGH));
        frame(true, LOW, MIDDLE, HIGH);
        frames(3);
        assertThat(shown).hasSizeGreaterThan(before).extracting(Shown::size).endsWith(HIGH, HIGH, HIGH);
        assertNoNumberIsMissing();
    }

    /** All sizes need about 54 kbit/s here, and 27 for half of the frames. */
    @Test
    void changesBackAndForthLessAndLessOnANetworkThatIsAlmostEnough() {
        showTheLargest();
        int changes = 0;
        for (int swing = 0; swing < 20; swing++) {
            int before = shown.getLast().size();
            viewer.budget(swing % 2 == 0 ? 20_000 : 33_000);
            frame(true, LOW, MIDDLE, HIGH);
            frames(5);
            frame(true, LOW, MIDDLE, HIGH);
            frames(55);
            changes += shown.getLast().size() == before ? 0 : 1;
        }
        assertThat(changes).isBetween(3, 5);
        assertThat(shown.getLast().size()).isLessThan(HIGH);

        frames(2_000);
        frame(true, LOW, MIDDLE, HIGH);
        frames(5);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);
    }

    @Test
    void repeatsTheLatestPacketsForTrials() {
        assertThat(viewer.repeatSomething()).isZero();
        frame(true, LOW, MIDDLE, HIGH);
        frames(3);
        List<Shown> original = List.copyOf(shown);
        shown.clear();
        for (int i = 0; i < 6; i++) {
            assertThat(viewer.repeatSomething()).isPositive();
        }
        assertThat(shown).hasSize(6).allMatch(original::contains);
    }

    @Test
    void asksNobodyForWhatNobodyWatches() {
        viewer.cap(CAP_OF_MIDDLE);
        frame(true, LOW, MIDDLE, HIGH);
        frame(true, LOW, MIDDLE, HIGH);
        frames(40);
        asked.clear();

        sequences[HIGH] += 3;
        sequences[LOW] += 3;
        frames(10);
        assertThat(asked).isEmpty();
        viewer.onKeyFrameRequest(false);
        assertThat(askedForKeyFrames()).containsExactly(ssrc(MIDDLE));

        sequences[MIDDLE] += 1;
        frames(10);
        assertThat(asked.stream().filter(Rtcp.Nack.class::isInstance))
                .isNotEmpty()
                .allMatch(nack -> ((Rtcp.Nack) nack).mediaSsrc() == ssrc(MIDDLE));
    }

    @Test
    void repeatsAfterASwitchWhatWasSentBefore() {
        viewer.cap(CAP_OF_MIDDLE);
        frame(true, LOW, MIDDLE, HIGH);
        frame(true, LOW, MIDDLE, HIGH);
        frames(30);
        Shown lost = shown.getLast();
        assertThat(lost.size()).isEqualTo(MIDDLE);
        viewer.cap(0);
        frames(2);
        frame(true, LOW, MIDDLE, HIGH);
        frames(2);
        assertThat(shown.getLast().size()).isEqualTo(HIGH);

        int count = shown.size();
        viewer.onNack(new Rtcp.Nack(1, 77, List.of(lost.sequence())));

        assertThat(shown).hasSize(count + 1);
        assertThat(shown.getLast()).isEqualTo(lost);
    }
}
