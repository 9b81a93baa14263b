package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.rtp.Vp8Descriptor;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.HeaderExtension;

/** From a publisher of three sizes to one viewer, packet by packet. */
class SimulcastForwardingTest {
    private static final int LOW = 0;
    private static final int MIDDLE = 1;
    private static final int HIGH = 2;
    private static final int RID = 10;
    private static final int TEMPORAL_CYCLE = 4;
    private static final int[] TEMPORAL_LAYERS = {0, 2, 1, 2};
    private static final long FRAME_NANOS = 33_333_333L;
    private static final long CAP_OF_MIDDLE = 600_000;
    private static final Codec VP8 = new Codec(96, "VP8", 90_000, 1, "", List.of("nack", "nack pli"), 97);

    /** What the viewer got, as it is to be shown. */
    private record Shown(int sequence, int timestamp, int picture, int base, int temporalLayer, int size) {}

    private final RtpWriter writer = new RtpWriter(1500);
    private final RtpPacket packet = new RtpPacket();
    private final Vp8Descriptor descriptor = new Vp8Descriptor();
    private final List<Shown> shown = new ArrayList<>();
    private final List<Rtcp> asked = new ArrayList<>();
    private final int[] sequences = {65_530, 100, 30_000};
    private final int[] pictures = {0x7FFE, 5, 900};
    private final int[] bases = {254, 7, 100};
    private final List<byte[]> held = new ArrayList<>();
    private boolean holdsBack;
    private int frame;
    private long now = 1_000_000_000L;
    private final ServerClock clock = new ServerClock(() -> now, 0);
    private final Publication publication = new Publication(MediaKind.VIDEO, Ends.publisher(clock, asked::add));
    private final ViewerStream viewer =
            Ends.viewer(section(true, List.of()), new StreamIds(77, 78, 0x12345678), clock, this::note);

    private static AgreedMedia section(boolean sends, List<String> simulcast) {
        Map<HeaderExtension, Integer> extensions = sends ? Map.of() : Map.of(HeaderExtension.RID, RID);
        return new AgreedMedia(0, "v", "video", sends, !sends, List.of(VP8), null, extensions, false, simulcast);
    }

    private void note(RtpPacket sent) {
        byte[] data = sent.data();
        int skip = sent.payloadType() == VP8.retransmissionType() ? Short.BYTES : 0;
        int from = sent.payloadOffset() + skip;
        descriptor.read(data, from, sent.payloadLength() - skip);
        int sequence = skip == 0
                ? sent.sequenceNumber()
                : (data[sent.payloadOffset()] & 0xFF) << 8 | data[sent.payloadOffset() + 1] & 0xFF;
        shown.add(new Shown(
                sequence,
                sent.timestamp(),
                descriptor.pictureId(),
                descriptor.baseIndex(),
                descriptor.temporalLayer(),
                data[from + sent.payloadLength() - skip - 1]));
    }

    @BeforeEach
    void connect() {
        publication.agreed(section(false, List.of("l", "m", "h")));
        viewer.receiveFrom(publication);
    }

    private int ssrc(int layer) {
        return 1_000 + layer;
    }

    /** A frame of one packet of each of the layers; time goes on by a thirtieth of a second. */
    private void frame(boolean key, int... layers) {
        for (int layer : layers) {
            send(layer, key);
        }
        frame++;
        now += FRAME_NANOS;
        publication.poll(now);
        viewer.adapt();
    }

    private void send(int layer, boolean key) {
        int temporal = key ? 0 : TEMPORAL_LAYERS[frame % TEMPORAL_CYCLE];
        int picture = ++pictures[layer] & 0x7FFF;
        int base = (temporal == 0 ? ++bases[layer] : bases[layer]) & 0xFF;
        writer.begin(96, true, sequences[layer]++ & 0xFFFF, frame * 3_000 + layer * 1_000_000, ssrc(layer));
        byte[] name = "lmh".substring(layer, layer + 1).getBytes(StandardCharsets.US_ASCII);
        writer.extension(RID, name, 0, 1);
        writer.endHeader();
        int sync = temporal == 1 ? 0x20 : 0;
        int width = 320 << layer;
        int height = 180 << layer;
        byte[] payload = new byte[200];
        byte[] start = {
            (byte) 0x90,
            (byte) 0xE0,
            (byte) (picture >> 8 | 0x80),
            (byte) picture,
            (byte) base,
            (byte) (temporal << 6 | sync),
            (byte) (key ? 0 : 1),
            0,
            0,
            (byte) 0x9D,
            1,
            0x2A,
            (byte) width,
            (byte) (width >> 8),
            (byte) height,
            (byte) (height >> 8)
        };
        System.arraycopy(start, 0, payload, 0, start.length);
        payload[payload.length - 1] = (byte) layer;
        writer.payload(payload, 0, payload.length);
        byte[] data = Arrays.copyOf(writer.buffer(), writer.length());
        if (holdsBack) {
            held.add(data);
        } else {
            arrive(data);
        }
    }

    private void arrive(byte[] data) {
        assertThat(packet.wrap(data, 0, data.length)).isTrue();
        Layer target = publication.layerOf(packet, false);
        assertThat(target).isNotNull();
        target.receive(packet, VP8, now);
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            frame(false, LOW, MIDDLE, HIGH);
        }
    }

    /** Long enough that the rates of all layers are known. */
    private void showTheLargest() {
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        frame(true, LOW, MIDDLE, HIGH);
        frames(60);
        assertThat(shown.getLast().size).isEqualTo(HIGH);
    }

    private List<Integer> sizes() {
        return shown.stream().map(Shown::size).distinct().toList();
    }

    private List<Integer> askedForKeyFrames() {
        return asked.stream()
                .filter(Rtcp.PictureLoss.class::isInstance)
                .map(loss -> ((Rtcp.PictureLoss) loss).mediaSsrc())
                .toList();
    }

    private void assertNoNumberIsMissing() {
        for (int i = 1; i < shown.size(); i++) {
            Shown before = shown.get(i - 1);
            Shown after = shown.get(i);
            assertThat(after.sequence).isEqualTo(before.sequence + 1 & 0xFFFF);
            assertThat(after.picture).isEqualTo(before.picture + 1 & 0x7FFF);
            assertThat(after.base - before.base & 0xFF).isEqualTo(after.temporalLayer == 0 ? 1 : 0);
        }
    }

    private void assertNoSeam() {
        assertNoNumberIsMissing();
        for (int i = 1; i < shown.size(); i++) {
            Shown before = shown.get(i - 1);
            Shown after = shown.get(i);
            assertThat(after.timestamp - before.timestamp).isPositive().isLessThan(4 * 3_000);
        }
    }

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
        assertThat(shown.getLast().size).isEqualTo(HIGH);

        viewer.cap(CAP_OF_MIDDLE);
        frames(3);
        assertThat(shown.getLast().size).isEqualTo(HIGH);
        frame(true, LOW, MIDDLE, HIGH);
        frames(30);
        assertThat(shown.getLast().size).isEqualTo(MIDDLE);

        viewer.cap(0);
        frames(3);
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        assertThat(shown.getLast().size).isEqualTo(HIGH);
        assertThat(shown.stream().map(Shown::size)).doesNotContainSubsequence(MIDDLE, LOW);
        assertNoSeam();
    }

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

        assertThat(shown.subList(before, shown.size())).hasSize(13).allMatch(picture -> picture.size == MIDDLE);
        frame(false, LOW, MIDDLE);
        assertThat(shown).hasSize(before + 14);
        assertNoNumberIsMissing();
        assertThat(shown.getLast().timestamp - shown.get(before - 1).timestamp)
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
        assertThat(shown.getLast().size).isEqualTo(HIGH);
        assertThat(askedForKeyFrames().getLast()).isEqualTo(ssrc(MIDDLE));

        frame(true, LOW, MIDDLE, HIGH);
        frames(3);
        assertThat(shown.getLast().size).isEqualTo(MIDDLE);
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
                .allMatch(picture -> picture.size == HIGH && picture.temporalLayer == 0);
        assertThat(askedForKeyFrames().getLast()).isEqualTo(ssrc(LOW));

        frame(true, LOW, MIDDLE, HIGH);
        frames(8);
        assertThat(shown.getLast().size).isEqualTo(LOW);
        assertThat(shown.getLast().temporalLayer).isZero();
        viewer.budget(1_000_000);
        frames(3);
        frame(true, LOW, MIDDLE, HIGH);
        frames(8);
        assertThat(shown.getLast().size).isEqualTo(HIGH);
        assertNoNumberIsMissing();
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
        assertThat(shown.getLast().size).isEqualTo(LOW);
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
            int before = shown.getLast().size;
            viewer.budget(swing % 2 == 0 ? 20_000 : 33_000);
            frame(true, LOW, MIDDLE, HIGH);
            frames(5);
            frame(true, LOW, MIDDLE, HIGH);
            frames(55);
            changes += shown.getLast().size == before ? 0 : 1;
        }
        assertThat(changes).isBetween(3, 5);
        assertThat(shown.getLast().size).isLessThan(HIGH);

        frames(2_000);
        frame(true, LOW, MIDDLE, HIGH);
        frames(5);
        assertThat(shown.getLast().size).isEqualTo(HIGH);
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
        assertThat(lost.size).isEqualTo(MIDDLE);
        viewer.cap(0);
        frames(2);
        frame(true, LOW, MIDDLE, HIGH);
        frames(2);
        assertThat(shown.getLast().size).isEqualTo(HIGH);

        int count = shown.size();
        viewer.onNack(new Rtcp.Nack(1, 77, List.of(lost.sequence)));

        assertThat(shown).hasSize(count + 1);
        assertThat(shown.getLast()).isEqualTo(lost);
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
        assertThat(shown.getLast().size).isEqualTo(HIGH);
        seconds(2, 10);
        assertThat(askedForKeyFrames()).doesNotContain(ssrc(MIDDLE));

        seconds(2, 10);
        assertThat(askedForKeyFrames().getLast()).isEqualTo(ssrc(MIDDLE));
        assertThat(shown.getLast().size).as("until the other comes").isEqualTo(HIGH);
        frame(true, LOW, MIDDLE, HIGH);
        seconds(20, 10);
        assertThat(shown.getLast().size).isEqualTo(MIDDLE);

        seconds(8, 0);
        frame(true, LOW, MIDDLE, HIGH);
        frames(3);
        assertThat(shown.getLast().size).isEqualTo(HIGH);
    }

    @Test
    void takesASmallerPictureWhenThePublisherStopsTheLarge() {
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        assertThat(shown.getLast().size).isEqualTo(HIGH);

        for (int i = 0; i < 6; i++) {
            send(LOW, false);
            send(MIDDLE, false);
            frame++;
            now += FRAME_NANOS;
            publication.poll(now); // the viewer itself looks less often
        }
        assertThat(askedForKeyFrames().getLast()).isEqualTo(ssrc(MIDDLE));
        frame(true, LOW, MIDDLE);
        frame(false, LOW, MIDDLE);
        assertThat(shown.getLast().size).isEqualTo(MIDDLE);
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
        assertThat(shown.getLast().size).isEqualTo(HIGH);
    }

    @Test
    void showsALargePictureAtOnceThatNobodyWantedMeanwhile() {
        showTheLargest();
        viewer.cap(CAP_OF_MIDDLE);
        frame(false, LOW, MIDDLE, HIGH);
        for (int i = 0; i < 30; i++) {
            frame(i == 5, LOW, MIDDLE);
        }
        assertThat(shown.getLast().size).isEqualTo(MIDDLE);

        viewer.cap(0);
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        frame(true, LOW, MIDDLE, HIGH);
        assertThat(shown.getLast().size).isEqualTo(HIGH);
    }
}
