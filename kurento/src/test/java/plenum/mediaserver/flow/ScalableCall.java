package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import plenum.mediaserver.rtp.DependencyDescriptor;
import plenum.mediaserver.rtp.DependencyStructure;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.HeaderExtension;

/** A publisher of one stream of several layers and its viewers, packet by packet; the descriptors are those of Chromium. */
abstract class ScalableCall extends PublishedCall {
    static final int SMALL = 0;
    static final int LARGE = 1;
    static final long CAP_OF_SMALL = 400_000;
    static final long CAP_OF_QUARTER = 100_000;
    private static final int PUBLISHED_ID = 7;
    private static final int VIEWED_ID = 9;
    private static final int TICKS_PER_FRAME = 3_000;
    private static final int KEY = 0x08; // of AV1, whose aggregation header says it
    static final Codec AV1 = codec("AV1");
    static final Codec VP9 = codec("VP9");

    /** The key frame's descriptor, and the templates of a picture's frames: of a key picture, and of those that follow. */
    record Structure(byte[] descriptor, int[] key, int[][] cycle) {
        DependencyStructure read() {
            DependencyDescriptor reader = new DependencyDescriptor();
            reader.read(descriptor, 0, descriptor.length, null);
            return reader.structure();
        }
    }

    /** Each frame of the larger picture is built upon one of the smaller: half and full size, three temporal layers. */
    static final Structure BUILT_UPON = new Structure(
            HexFormat.of()
                    .parseHex("810001800514853abfaaa18f04304302a02a006001001b934515e082704608c0c787004321651111"
                            + "543276813f80b3827f81678e"),
            new int[] {1, 6},
            new int[][] {{0, 5}, {3, 8}, {2, 7}, {4, 9}});

    /** A quarter, half and full size that meet in key frames only. */
    static final Structure APART = new Structure(
            HexFormat.of()
                    .parseHex("80000180081485214eaaaaa8000600004000100002aa80a8000600004000100002a000a800060000"
                            + "400016d549241b5524906d54923157e001974ca864330e222396eca8655304224390eca87753013f"
                            + "00b3027f016704ff02cf0380"),
            new int[] {0, 5, 10},
            new int[][] {{1, 6, 11}, {3, 8, 13}, {2, 7, 12}, {4, 9, 14}});

    /** What the viewer got; {@code frame} is -1 without a descriptor. */
    record Shown(int sequence, int timestamp, int frame, int template, boolean ends) {}

    final List<Shown> shown = new ArrayList<>();
    private Structure structure = BUILT_UPON;
    private int pictures;
    private int ticks;
    private int frame = 0xFFF0;
    private int sequence = 0xFFE0;
    private int ssrc = 1_000;
    private int givenUpAbove = Integer.MAX_VALUE;
    private boolean plain;
    ViewerStream viewer = viewer(true);

    ScalableCall() {
        super(AV1);
    }

    private static Codec codec(String name) {
        return new Codec(45, name, 90_000, 1, "", List.of("nack", "nack pli"), 46);
    }

    private static AgreedMedia section(boolean sends, Codec codec, Map<HeaderExtension, Integer> extensions) {
        return new AgreedMedia(0, "v", "video", sends, !sends, List.of(codec), null, extensions, false, List.of());
    }

    private Publication publication() {
        Publication made = new Publication(MediaKind.VIDEO, Ends.publisher(clock, asked::add));
        made.agreed(section(false, codec, Map.of(HeaderExtension.DEPENDENCY_DESCRIPTOR, PUBLISHED_ID)));
        return made;
    }

    private ViewerStream viewer(boolean withDescriptors) {
        Map<HeaderExtension, Integer> extensions =
                withDescriptors ? Map.of(HeaderExtension.DEPENDENCY_DESCRIPTOR, VIEWED_ID) : Map.of();
        return Ends.viewer(section(true, codec, extensions), new StreamIds(77, 78, 0x12345678), clock, this::note);
    }

    private void note(RtpPacket sent) {
        byte[] data = sent.data();
        int skip = sent.payloadType() == codec.retransmissionType() ? Short.BYTES : 0;
        int from = sent.payloadOffset();
        int number = skip == 0 ? sent.sequenceNumber() : (data[from] & 0xFF) << 8 | data[from + 1] & 0xFF;
        int element = sent.findExtension(VIEWED_ID);
        int at = element < 0 ? -1 : sent.extensionOffset(element);
        int itsFrame = at < 0 ? -1 : (data[at + 1] & 0xFF) << 8 | data[at + 2] & 0xFF;
        int template = data[from + sent.payloadLength() - 1];
        shown.add(new Shown(number, sent.timestamp(), itsFrame, template, sent.marker()));
    }

    /** Sets the call up with another codec, other layers, or a viewer who takes no descriptors. */
    void call(Codec with, Structure layers, boolean withDescriptors) {
        codec = with;
        structure = layers;
        publication = publication();
        viewer = viewer(withDescriptors);
        viewer.receiveFrom(publication);
    }

    /** The viewer is shown somebody else, whose numbers are others. */
    void anotherPublisher() {
        publication = publication();
        frame = 77;
        sequence = 500;
        ssrc++;
        pictures = 0;
        viewer.receiveFrom(publication);
    }

    /** The publisher begins another stream, of one size, that nothing is said of. */
    void goOnPlain() {
        plain = true;
        givenUpAbove = 1;
        ssrc++;
    }

    /** The publisher goes on with so many sizes only. */
    void giveUpAbove(int sizes) {
        givenUpAbove = sizes;
    }

    void keyPicture() {
        send(true);
    }

    void pictures(int count) {
        for (int i = 0; i < count; i++) {
            send(false);
        }
    }

    /** A picture of one packet for each of its frames; time goes on by a thirtieth of a second. */
    private void send(boolean key) {
        int[] all = key ? structure.key : structure.cycle[pictures % structure.cycle.length];
        int[] templates = Arrays.copyOf(all, Math.min(all.length, givenUpAbove));
        for (int i = 0; i < templates.length; i++) {
            send(key && i == 0, templates[i], i, i == templates.length - 1);
        }
        pictures = key ? 1 : pictures + 1; // a key picture is the first of a cycle
        ticks++;
        now += FRAME_NANOS;
        publication.poll(now);
        viewer.adapt();
    }

    private void send(boolean key, int template, int spatialLayer, boolean last) {
        byte[] descriptor = key ? structure.descriptor.clone() : new byte[givenUpAbove < structure.key.length ? 6 : 3];
        frame++;
        descriptor[0] = (byte) (0xC0 | template);
        descriptor[1] = (byte) (frame >> 8);
        descriptor[2] = (byte) frame;
        if (!key && descriptor.length > 3) { // the active targets, and nothing else
            int targets = (1 << 3 * givenUpAbove) - 1;
            int bits = 0b01000 << 19 | targets << 19 - 3 * structure.key.length;
            descriptor[3] = (byte) (bits >> 16);
            descriptor[4] = (byte) (bits >> 8);
            descriptor[5] = (byte) bits;
        }
        writer.begin(codec.payloadType(), last, sequence++ & 0xFFFF, ticks * TICKS_PER_FRAME, ssrc);
        if (key) {
            writer.useTwoByteForm();
        }
        if (!plain) {
            writer.extension(PUBLISHED_ID, descriptor, 0, descriptor.length);
        }
        writer.endHeader();
        byte[] payload = new byte[200 << spatialLayer];
        payload[0] = (byte) (codec == AV1 ? (key ? KEY : 0) : key ? 0x08 : 0x48);
        payload[payload.length - 1] = (byte) template;
        writer.payload(payload, 0, payload.length);
        send();
    }

    /** The spatial layers that these are of. */
    List<Integer> sizesOf(List<Shown> of) {
        return of.stream().map(one -> sizeOf(one.template)).distinct().sorted().toList();
    }

    private int sizeOf(int template) {
        for (int[] templates : structure.cycle) {
            for (int size = 0; size < templates.length; size++) {
                if (templates[size] == template) {
                    return size;
                }
            }
        }
        return Arrays.stream(structure.key).boxed().toList().indexOf(template);
    }

    List<Shown> shownBy(Runnable what) {
        int before = shown.size();
        what.run();
        return List.copyOf(shown.subList(before, shown.size()));
    }

    long keyFramesAskedFor() {
        return asked.stream().filter(Rtcp.PictureLoss.class::isInstance).count();
    }

    /** No packet is missing, every picture has an end, and whatever a frame depends on was sent before it. */
    void assertDecodable() {
        DependencyStructure read = structure.read();
        DependencyDescriptor reader = new DependencyDescriptor();
        List<Integer> frames = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Shown one = shown.get(i);
            if (i > 0) {
                Shown before = shown.get(i - 1);
                assertThat(one.sequence).isEqualTo(before.sequence + 1 & 0xFFFF);
                assertThat(before.ends).as("an end before %s", one).isEqualTo(one.timestamp != before.timestamp);
            }
            byte[] descriptor = {(byte) (0xC0 | one.template), 0, 0};
            reader.read(descriptor, 0, descriptor.length, read);
            for (int k = 0; k < reader.differences(); k++) {
                assertThat(frames).contains(one.frame - reader.difference(k) & 0xFFFF);
            }
            frames.add(one.frame);
        }
    }
}
