package plenum.mediaserver.webrtc;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.congestion.Division;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.flow.PeerOutput;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.flow.StreamIds;
import plenum.mediaserver.flow.ViewerStream;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.transport.WebRtcTransport;

/**
 * The outbound path of packets to one peer: publication, {@link ViewerStream} (payload type, key frame, rewriting), {@link KindOutput}
 * (protect, send in the burst's batch, count). Sources are attached once the transport is secured, so that no key frame is requested for a
 * viewer that cannot receive it yet.
 */
final class OutboundPath implements Division.Claim {
    private final WebRtcTransport transport;
    private final FlowMonitor monitor;
    private final ServerClock clock;
    private final WebRtcPeer.Listener listener;
    private final Map<MediaKind, StreamIds> ids;
    private final Map<MediaKind, ViewerStream> streams = new EnumMap<>(MediaKind.class);
    private final EventLoop loop;
    private final CongestionControl congestion;
    private final Map<MediaKind, PacketSource> wanted = new EnumMap<>(MediaKind.class);
    private ClientBudget client = ClientBudget.alone();
    private long videoCap;
    private long granted;

    OutboundPath(
            WebRtcTransport transport,
            FlowMonitor monitor,
            ServerClock clock,
            Map<MediaKind, StreamIds> ids,
            EventLoop loop,
            WebRtcPeer.Listener listener) {
        this.transport = transport;
        this.monitor = monitor;
        this.clock = clock;
        this.ids = ids;
        this.loop = loop;
        this.congestion = new CongestionControl(loop, client.estimate());
        this.listener = listener;
        client.join(this);
    }

    /** Sets the client, whose peers share one network path. */
    void client(ClientBudget next) {
        client.leave(this);
        client = next;
        client.join(this);
        congestion.share(client.estimate());
    }

    /** The peer takes this section's codecs. */
    void agreed(MediaKind kind, AgreedMedia media) {
        KindOutput output = new KindOutput(kind);
        ViewerStream stream = new ViewerStream(media, Objects.requireNonNull(ids.get(kind)), output, clock, output);
        streams.put(kind, stream);
        if (kind == MediaKind.VIDEO) {
            stream.cap(videoCap);
        }
    }

    void receiveFrom(MediaKind kind, @Nullable PacketSource source) {
        if (source == null) {
            wanted.remove(kind);
        } else {
            wanted.put(kind, source);
        }
        attach(kind);
    }

    /** Most that is worth sending, in bit/s; 0 for no cap. */
    void videoCap(long bitsPerSecond) {
        videoCap = bitsPerSecond;
        ViewerStream video = streams.get(MediaKind.VIDEO);
        if (video != null) {
            video.cap(bitsPerSecond);
            adapt();
        }
    }

    /** Chooses layers anew, as what they need and what the network carries change. */
    void adapt() {
        ViewerStream video = streams.get(MediaKind.VIDEO);
        if (video != null) {
            long audio = audioRate();
            long sending = video.bitsPerSecond();
            if (transport.isSecured() && (sending > 0 && video.wanted() > granted || !client.isDivided())) {
                congestion.explore(client.wanted(), video::repeatSomething);
            }
            long budget = budget(sending + audio, audio);
            video.budget(budget == 0 ? 0 : Math.max(1, budget - audio));
            // what a trial may allow in a moment is worth waiting for: each change of size asks for a key frame
            if (sending == 0 || sending + audio > budget || !congestion.isTrying()) {
                video.adapt();
            }
        }
    }

    /** The bit rate in bit/s that this peer may be sent; 0 when it is not known. */
    private long budget(long sending, long audio) {
        if (!client.isDivided()) {
            return congestion.budget(sending);
        }
        client.divide(loop.nanoTime());
        return granted + audio;
    }

    /** The bit rate in bit/s that could be sent. */
    long wanted() {
        ViewerStream video = streams.get(MediaKind.VIDEO);
        return audioRate() + (video == null ? 0 : video.wanted());
    }

    @Override
    public long least() {
        ViewerStream video = streams.get(MediaKind.VIDEO);
        return video == null ? 0 : video.least();
    }

    @Override
    public long priority() {
        return videoCap == 0 ? Long.MAX_VALUE : videoCap;
    }

    @Override
    public long usable(long bitsPerSecond) {
        ViewerStream video = streams.get(MediaKind.VIDEO);
        return video == null ? 0 : video.usable(bitsPerSecond);
    }

    @Override
    public void granted(long bitsPerSecond) {
        granted = bitsPerSecond;
    }

    long audioRate() {
        ViewerStream audio = streams.get(MediaKind.AUDIO);
        return audio == null ? 0 : audio.bitsPerSecond();
    }

    /** The peer tells what has arrived. */
    void heard(Rtcp.TransportFeedback feedback) {
        if (congestion.heard(feedback)) {
            client.lowered();
        }
    }

    /** The peer announces how much it can take, in bit/s. */
    void announced(long bitsPerSecond) {
        ViewerStream video = streams.get(MediaKind.VIDEO);
        congestion.announced(bitsPerSecond, video == null ? 0 : video.bitsPerSecond());
    }

    /** The estimated bandwidth, or the limit that the peer announces, in bit/s; 0 when neither is known. */
    long known() {
        return congestion.known();
    }

    boolean showsVideo() {
        return wanted.containsKey(MediaKind.VIDEO);
    }

    /** The transport is secured: what was wanted before can flow. */
    void open() {
        for (MediaKind kind : MediaKind.values()) {
            attach(kind);
        }
    }

    private void attach(MediaKind kind) {
        ViewerStream stream = streams.get(kind);
        if (stream != null && transport.isSecured()) {
            if (kind == MediaKind.VIDEO && client.isDivided()) {
                client.changed(loop.nanoTime());
                stream.budget(Math.max(1, granted)); // the first picture fits already
            }
            stream.receiveFrom(wanted.get(kind));
        }
    }

    /** Takes the streams off their sources. */
    void close() {
        congestion.stop();
        client.leave(this);
        wanted.clear();
        streams.values().forEach(stream -> stream.receiveFrom(null));
    }

    /** The streams by kind: a live view. */
    Map<MediaKind, ViewerStream> byKind() {
        return streams;
    }

    /** The streams: a live view. */
    Collection<ViewerStream> streams() {
        return streams.values();
    }

    /** One kind's way out: counts the flow, and the peer's one transport-wide number. */
    private final class KindOutput implements PeerOutput, ViewerStream.Listener {
        private final MediaKind kind;

        KindOutput(MediaKind kind) {
            this.kind = kind;
        }

        @Override
        public byte[] packetBuffer() {
            return transport.packetBuffer();
        }

        @Override
        public void sendRtp(byte[] packet, int length) {
            congestion.sent(length);
            transport.sendRtp(packet, length);
            monitor.sent(kind);
        }

        @Override
        public int nextTransportSequence() {
            return congestion.nextNumber();
        }

        @Override
        public void codecMismatch(String codec) {
            listener.codecMismatch(kind, codec);
        }
    }
}
