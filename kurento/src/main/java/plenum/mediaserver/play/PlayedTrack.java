package plenum.mediaserver.play;

import java.util.List;
import java.util.Map;
import plenum.mediaserver.flow.Layer;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.matroska.Block;
import plenum.mediaserver.payload.Packetizer;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.sdp.AgreedMedia;

/** One track of a file that is played into a publication: makes packets of its frames, and sender reports of its time. */
final class PlayedTrack {
    private static final int LONGEST_PACKET = 2_048;
    private static final long MILLIS = 1_000;

    private final Publication publication;
    private final Packetizer packetizer;
    private final ServerClock clock;
    private final int ssrc;
    private final RtpWriter writer = new RtpWriter(LONGEST_PACKET);
    private final RtpPacket packet = new RtpPacket();
    private int sequence;
    private int timestamp;
    private int packets;
    private int bytes;

    PlayedTrack(MediaKind kind, Publication publication, Packetizer packetizer, ServerClock clock, int ssrc) {
        this.publication = publication;
        this.packetizer = packetizer;
        this.clock = clock;
        this.ssrc = ssrc;
        publication.agreed(new AgreedMedia(
                0,
                "file",
                kind == MediaKind.VIDEO ? "video" : "audio",
                false,
                true,
                List.of(packetizer.codec()),
                null,
                Map.of(),
                false,
                List.of()));
    }

    /** @param millis of the block since playing began, pauses left out */
    void play(Block block, long millis) {
        timestamp = (int) (millis * packetizer.codec().clockRate() / MILLIS);
        packetizer.packetize(block.data(), block.key(), this::send);
    }

    private void send(byte[] payload, boolean last) {
        if (payload.length > LONGEST_PACKET - RtpPacket.FIXED_HEADER) {
            return; // a frame of audio as long as none is
        }
        writer.begin(packetizer.codec().payloadType(), last, sequence++ & 0xFFFF, timestamp, ssrc);
        writer.endHeader();
        writer.payload(payload, 0, payload.length);
        packets++;
        bytes += payload.length;
        if (packet.wrap(writer.buffer(), 0, writer.length())) {
            Layer layer = publication.layerOf(packet, false);
            if (layer != null) {
                layer.receive(packet, packetizer.codec(), clock.nanoTime());
            }
        }
    }

    /** Tells takers that it is this time of the file now. */
    void report(long millis) {
        int now = (int) (millis * packetizer.codec().clockRate() / MILLIS);
        publication.onSenderReport(new Rtcp.SenderReport(ssrc, clock.ntp(), now, packets, bytes, List.of()));
    }
}
