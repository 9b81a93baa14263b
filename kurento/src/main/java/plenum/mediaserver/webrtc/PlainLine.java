package plenum.mediaserver.webrtc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.Layer;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.flow.PeerOutput;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.PublisherClock;
import plenum.mediaserver.flow.PublisherSide;
import plenum.mediaserver.flow.RtcpSink;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.flow.StreamIds;
import plenum.mediaserver.flow.ViewerStream;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtcpReader;
import plenum.mediaserver.rtp.RtcpWriter;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.PlainDescription;
import plenum.mediaserver.transport.PlainTransport;
import plenum.mediaserver.transport.SdesKey;

/** One kind of media of a {@link PlainPeer}, in both directions, over a pair of sockets of its own. */
final class PlainLine implements PlainTransport.Listener, RtcpSink, PeerOutput, ViewerStream.Listener, AutoCloseable {
    private static final Duration FRAME_WAIT = Duration.ofMillis(1);
    private static final int LONGEST_COMPOUND = 1180;

    private final MediaKind kind;
    private final EventLoop loop;
    private final ServerClock clock;
    private final FlowMonitor monitor;
    private final RtpPeer.Listener listener;
    private final StreamIds ids;
    private final Publication publication;
    private final Reports reports;
    private final List<ViewerStream> streams = new ArrayList<>();
    private final RtpPacket packet = new RtpPacket();
    private final RtcpWriter writer = new RtcpWriter(LONGEST_COMPOUND);
    private final byte[] built = PlainTransport.packetBuffer();
    private @Nullable PlainTransport transport;
    private @Nullable AgreedMedia media;
    private @Nullable PacketSource wanted;
    private boolean connected;

    PlainLine(
            MediaKind kind,
            String cname,
            EventLoop loop,
            ServerClock clock,
            PublisherClock publisherClock,
            SecureRandom random,
            FlowMonitor monitor,
            RtpPeer.Listener listener) {
        this.kind = kind;
        this.loop = loop;
        this.clock = clock;
        this.monitor = monitor;
        this.listener = listener;
        this.ids = new StreamIds(random.nextInt(), random.nextInt(), random.nextInt());
        this.publication = new Publication(
                kind, new PublisherSide(this, publisherClock, clock, task -> loop.schedule(FRAME_WAIT, task)));
        this.reports = new Reports(cname, ids.ssrc(), List.of(publication), streams);
    }

    Publication publication() {
        return publication;
    }

    Optional<ViewerStream> stream() {
        return streams.stream().findFirst();
    }

    /** Opens the sockets. */
    PlainDescription.Local open(InetAddress address, int firstPort, int lastPort, Optional<String> crypto)
            throws IOException {
        PlainTransport opened = PlainTransport.open(loop, address, firstPort, lastPort, this);
        transport = opened;
        return new PlainDescription.Local(opened.rtpPort(), opened.rtcpPort(), ids.ssrc(), crypto);
    }

    void connect(
            AgreedMedia agreed,
            InetSocketAddress rtp,
            InetSocketAddress rtcp,
            @Nullable SdesKey ours,
            Optional<String> theirs) {
        connected = transport != null && transport.connect(rtp, rtcp, ours, theirs);
        media = agreed;
        if (agreed.receives()) {
            publication.agreed(agreed);
        }
        if (agreed.sends() && !rtp.getAddress().isAnyLocalAddress()) {
            streams.add(new ViewerStream(agreed, ids, this, clock, this));
            attach();
        }
    }

    void receiveFrom(@Nullable PacketSource source) {
        wanted = source;
        attach();
    }

    private void attach() {
        if (connected) {
            streams.forEach(stream -> stream.receiveFrom(wanted));
        }
    }

    void cap(long bitsPerSecond) {
        streams.forEach(stream -> {
            stream.cap(bitsPerSecond);
            stream.adapt();
        });
    }

    /** Many times a second. */
    void poll(long nowNanos) {
        publication.poll(nowNanos);
        streams.forEach(ViewerStream::adapt);
    }

    /** Once a second. */
    void report(long videoLimit) {
        if (connected) {
            writer.begin();
            reports.compose(videoLimit).forEach(writer::append);
            sendRtcp();
        }
    }

    private void sendRtcp() {
        PlainTransport through = transport;
        if (through != null) {
            through.sendRtcp(writer.buffer(), writer.length());
        }
    }

    @Override
    public void rtp(byte[] data, int length) {
        AgreedMedia agreed = media;
        if (agreed == null || !agreed.receives() || !packet.wrap(data, 0, length)) {
            return;
        }
        Layer layer = publication.layerOf(packet, false);
        for (Codec codec : agreed.codecs()) {
            if (codec.payloadType() == packet.payloadType() && layer != null) {
                monitor.received(kind);
                layer.receive(packet, codec, clock.nanoTime());
            }
        }
    }

    @Override
    public void rtcp(byte[] data, int length) {
        for (Rtcp one : RtcpReader.read(data, 0, length)) {
            switch (one) {
                case Rtcp.SenderReport report -> {
                    publication.onSenderReport(report);
                    reported(report.blocks());
                }
                case Rtcp.ReceiverReport report -> reported(report.blocks());
                case Rtcp.Nack nack -> owned(nack.mediaSsrc()).forEach(stream -> stream.onNack(nack));
                case Rtcp.PictureLoss loss ->
                    owned(loss.mediaSsrc()).forEach(stream -> stream.onKeyFrameRequest(false));
                case Rtcp.FullIntraRequest request ->
                    owned(request.mediaSsrc()).forEach(stream -> stream.onKeyFrameRequest(true));
                case Rtcp.Remb remb -> {
                    // nothing is estimated for plain RTP: the client sets a cap
                }
                case Rtcp.TransportFeedback feedback -> {
                    // was not agreed to
                }
                case Rtcp.SourceDescription description -> {
                    // the descriptions of the sessions say who is who
                }
                case Rtcp.Bye bye -> {
                    // a source that ends is noticed by its silence
                }
            }
        }
    }

    private List<ViewerStream> owned(int ssrc) {
        return streams.stream().filter(stream -> stream.owns(ssrc)).toList();
    }

    private void reported(List<Rtcp.ReportBlock> blocks) {
        for (Rtcp.ReportBlock block : blocks) {
            owned(block.ssrc()).forEach(stream -> stream.onReportBlock(block));
        }
    }

    @Override
    public int ssrc() {
        return ids.ssrc();
    }

    /** Behind an empty report (RFC 3550 section 6.1). */
    @Override
    public void send(Rtcp feedback) {
        writer.begin();
        writer.append(new Rtcp.ReceiverReport(ids.ssrc(), List.of()));
        if (connected && writer.append(feedback)) {
            sendRtcp();
        }
    }

    @Override
    public byte[] packetBuffer() {
        return built;
    }

    @Override
    public void sendRtp(byte[] data, int length) {
        PlainTransport through = transport;
        if (through != null) {
            through.sendRtp(data, length);
            monitor.sent(kind);
        }
    }

    /** Is asked for where transport-wide numbers were agreed to, which plain RTP does not do. */
    @Override
    public int nextTransportSequence() {
        return 0;
    }

    @Override
    public void codecMismatch(String codec) {
        listener.codecMismatch(kind, codec);
    }

    @Override
    public void close() {
        streams.forEach(stream -> stream.receiveFrom(null));
        publication.close();
        if (transport != null) {
            transport.close();
        }
    }
}
