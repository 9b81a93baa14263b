package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.Vp8Descriptor;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.HeaderExtension;

/** A publisher of three sizes and one viewer, packet by packet. */
abstract class SimulcastCall extends PublishedCall {
    static final int LOW = 0;
    static final int MIDDLE = 1;
    static final int HIGH = 2;
    private static final int RID = 10;
    private static final int TEMPORAL_CYCLE = 4;
    private static final int[] TEMPORAL_LAYERS = {0, 2, 1, 2};
    static final long CAP_OF_MIDDLE = 600_000;
    private static final Codec VP8 = new Codec(96, "VP8", 90_000, 1, "", List.of("nack", "nack pli"), 97);

    /** What the viewer got, as it is to be shown. */
    record Shown(int sequence, int timestamp, int picture, int base, int temporalLayer, int size) {}

    private final Vp8Descriptor descriptor = new Vp8Descriptor();
    final List<Shown> shown = new ArrayList<>();
    final int[] sequences = {65_530, 100, 30_000};
    private final int[] pictures = {0x7FFE, 5, 900};
    private final int[] bases = {254, 7, 100};
    private int frame;
    final ViewerStream viewer =
            Ends.viewer(section(true, List.of()), new StreamIds(77, 78, 0x12345678), clock, this::note);

    SimulcastCall() {
        super(VP8);
    }

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

    int ssrc(int layer) {
        return 1_000 + layer;
    }

    /** A frame of one packet of each of the layers; time goes on by a thirtieth of a second. */
    void frame(boolean key, int... layers) {
        frameBetweenLooks(key, layers);
        viewer.adapt();
    }

    /** The same, of which the viewer takes no notice by itself. */
    void frameBetweenLooks(boolean key, int... layers) {
        for (int layer : layers) {
            send(layer, key);
        }
        frame++;
        now += FRAME_NANOS;
        publication.poll(now);
    }

    void send(int layer, boolean key) {
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
        send();
    }

    void frames(int count) {
        for (int i = 0; i < count; i++) {
            frame(false, LOW, MIDDLE, HIGH);
        }
    }

    /** Long enough that the rates of all layers are known. */
    void showTheLargest() {
        frame(true, LOW, MIDDLE, HIGH);
        frames(10);
        frame(true, LOW, MIDDLE, HIGH);
        frames(60);
        assertThat(shown.getLast().size).isEqualTo(HIGH);
    }

    List<Integer> sizes() {
        return shown.stream().map(Shown::size).distinct().toList();
    }

    List<Integer> askedForKeyFrames() {
        return asked.stream()
                .filter(Rtcp.PictureLoss.class::isInstance)
                .map(loss -> ((Rtcp.PictureLoss) loss).mediaSsrc())
                .toList();
    }

    void assertNoNumberIsMissing() {
        for (int i = 1; i < shown.size(); i++) {
            Shown before = shown.get(i - 1);
            Shown after = shown.get(i);
            assertThat(after.sequence).isEqualTo(before.sequence + 1 & 0xFFFF);
            assertThat(after.picture).isEqualTo(before.picture + 1 & 0x7FFF);
            assertThat(after.base - before.base & 0xFF).isEqualTo(after.temporalLayer == 0 ? 1 : 0);
        }
    }

    void assertNoSeam() {
        assertNoNumberIsMissing();
        for (int i = 1; i < shown.size(); i++) {
            Shown before = shown.get(i - 1);
            Shown after = shown.get(i);
            assertThat(after.timestamp - before.timestamp).isPositive().isLessThan(4 * 3_000);
        }
    }
}
