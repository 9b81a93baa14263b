package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.rtp.Rtcp;

@Tag("flow")
class ScalableForwardingTest extends ScalableCall {
    @BeforeEach
    void connect() {
        call(AV1, BUILT_UPON, true);
    }

    /** Long enough that the rates of all layers are known. */
    private void showAll() {
        keyPicture();
        pictures(40);
    }

    @Test
    void everybodyIsShownAllWhereNothingSpeaksAgainstIt() {
        showAll();

        assertThat(shown).hasSize(2 * 41);
        assertDecodable();
        assertThat(keyFramesAskedFor()).isZero();
    }

    @Test
    void aSmallerPictureThatTheLargerIsBuiltUponIsThereAtOnce() {
        showAll();
        viewer.cap(CAP_OF_SMALL);
        pictures(1);

        assertThat(sizesOf(shownBy(() -> pictures(20)))).containsExactly(SMALL);
        assertDecodable();
        assertThat(keyFramesAskedFor()).isZero();
    }

    @Test
    void aLargerPictureBeginsWithAKeyFrame() {
        viewer.cap(CAP_OF_SMALL);
        showAll();
        viewer.cap(0);

        assertThat(sizesOf(shownBy(() -> pictures(20)))).containsExactly(SMALL);
        assertThat(keyFramesAskedFor()).isPositive();
        List<Shown> larger = shownBy(() -> {
            keyPicture();
            pictures(3);
        });
        assertThat(larger).hasSize(8);
        assertThat(sizesOf(larger)).containsExactly(SMALL, LARGE);
        assertDecodable();
    }

    @Test
    void picturesThatMeetInKeyFramesOnlyChangeThere() {
        call(VP9, APART, true);
        showAll();
        assertThat(sizesOf(shownBy(() -> pictures(4)))).containsExactly(2);

        viewer.cap(CAP_OF_QUARTER);
        assertThat(sizesOf(shownBy(() -> pictures(20)))).containsExactly(2);
        assertThat(keyFramesAskedFor()).isPositive();
        keyPicture();
        assertThat(sizesOf(shownBy(() -> pictures(20)))).containsExactly(SMALL);

        viewer.cap(0);
        pictures(4);
        keyPicture();
        assertThat(sizesOf(shownBy(() -> pictures(20)))).containsExactly(2);
        assertDecodable();
    }

    @Test
    void aSizeThatIsGivenUpIsNotWaitedFor() {
        call(VP9, APART, true);
        showAll();
        giveUpAbove(1);
        assertThat(shownBy(() -> pictures(4))).isEmpty();
        assertThat(keyFramesAskedFor()).isPositive();

        keyPicture();
        assertThat(shownBy(() -> pictures(4))).hasSize(4).allMatch(Shown::ends);

        call(AV1, BUILT_UPON, true);
        giveUpAbove(2);
        showAll();
        giveUpAbove(1);
        assertThat(shownBy(() -> pictures(20))).hasSize(20).allMatch(Shown::ends);
    }

    @Test
    void aNarrowNetworkHasFewerPictures() {
        showAll();
        viewer.cap(CAP_OF_SMALL);
        pictures(1);
        viewer.budget(30_000); // 48 kbit/s in all, 12 of them the lowest
        pictures(8);

        assertThat(shownBy(() -> pictures(20)).stream().map(Shown::template).distinct())
                .containsExactlyInAnyOrder(0, 2);
        viewer.budget(0);
        pictures(8);
        assertThat(shownBy(() -> pictures(20))).hasSize(20);
        assertDecodable();
        assertThat(keyFramesAskedFor()).isZero();
    }

    @Test
    void numbersGoOnWithAnotherPublisher() {
        showAll();
        anotherPublisher();
        showAll();

        assertThat(shown).hasSize(2 * 2 * 41);
        assertDecodable();
        for (int i = 1; i < shown.size(); i++) {
            assertThat(shown.get(i).frame()).isEqualTo(shown.get(i - 1).frame() + 1 & 0xFFFF);
        }
    }

    @Test
    void whatIsSentIsCountedAlsoWhenThePublisherGoesOnWithoutLayers() {
        call(VP9, BUILT_UPON, true);
        showAll();
        goOnPlain();
        showAll();

        assertThat(viewer.bitsPerSecond()).isPositive();
    }

    @Test
    void aRepetitionSaysTheSame() {
        viewer.cap(CAP_OF_SMALL);
        showAll();
        pictures(20);
        Shown lost = shown.get(shown.size() - 3);

        List<Shown> again = shownBy(() -> viewer.onNack(new Rtcp.Nack(1, 77, List.of(lost.sequence()))));

        assertThat(lost.ends()).isTrue();
        assertThat(again).containsExactly(lost);
    }

    @Test
    void aViewerWithoutDescriptorsGetsWhatItCanTellApart() {
        call(AV1, BUILT_UPON, false);
        showAll();
        assertThat(sizesOf(shown)).containsExactly(SMALL);
        assertThat(shown).hasSize(41).allMatch(Shown::ends).allMatch(one -> one.frame() < 0);
        assertThat(keyFramesAskedFor()).isZero();

        shown.clear();
        call(VP9, BUILT_UPON, false);
        showAll();
        assertThat(shown).hasSize(2 * 41);
    }

    @Test
    void aKeyFrameWhoseFirstPacketWasRepairedBeginsAllTheSame() {
        holdsBack = true;
        keyPicture();
        pictures(3);
        holdsBack = false;
        byte[] first = held.removeFirst();
        held.forEach(this::arrive);
        assertThat(shown).isEmpty();

        arrive(first);
        pictures(4);

        assertThat(shown).hasSize(2 * 8);
        assertDecodable();
    }
}
