package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.sdp.Codec;

/** What a publisher writes arrives packet by packet, at a time that the test keeps. */
abstract class PublishedCall {
    static final long FRAME_NANOS = 33_333_333L;

    private final RtpPacket packet = new RtpPacket();
    final RtpWriter writer = new RtpWriter(1_500);
    final List<byte[]> held = new ArrayList<>();
    final List<Rtcp> asked = new ArrayList<>();
    boolean holdsBack;
    long now = 1_000_000_000L;
    final ServerClock clock = new ServerClock(() -> now, 0);
    Publication publication = new Publication(MediaKind.VIDEO, Ends.publisher(clock, asked::add));
    Codec codec;

    PublishedCall(Codec codec) {
        this.codec = codec;
    }

    /** What has just been written arrives, or is held back. */
    void send() {
        byte[] data = Arrays.copyOf(writer.buffer(), writer.length());
        if (holdsBack) {
            held.add(data);
        } else {
            arrive(data);
        }
    }

    void arrive(byte[] data) {
        assertThat(packet.wrap(data, 0, data.length)).isTrue();
        Layer target = publication.layerOf(packet, false);
        assertThat(target).isNotNull();
        target.receive(packet, codec, now);
    }
}
