package plenum.mediaserver;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.webrtc.NegotiationException;
import plenum.mediaserver.webrtc.NegotiationException.Reason;
import plenum.mediaserver.webrtc.WebRtcPeer;

/** A peer that negotiates by the book and whose news the test makes. */
public final class FakePeer implements WebRtcPeer {
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=fake\r\nt=0 0\r\n";

    private final EventLoop loop;
    private final Listener listener;
    private final Map<MediaKind, FakeSource> sources = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, PacketSource> received = new ConcurrentHashMap<>();
    private volatile String client;
    private volatile boolean closed;
    private volatile int keyFramesAskedFor;
    private volatile long maxVideoSend = -1;
    private volatile long maxVideoReceive = -1;
    private volatile String lastRemoteCandidate = "";
    private volatile String directions = "";
    private boolean offered;
    private boolean answered;
    private String local;
    private String remote;

    FakePeer(EventLoop loop, Listener listener) {
        this.loop = loop;
        this.listener = listener;
        for (MediaKind kind : MediaKind.values()) {
            sources.put(kind, new FakeSource(kind));
        }
    }

    EventLoop loop() {
        return loop;
    }

    /** Makes news, on the peer's loop. */
    public void tell(Consumer<Listener> news) {
        loop.execute(() -> {
            if (!closed) {
                news.accept(listener);
            }
        });
    }

    /** All the news of a connection that comes up. */
    public void connect() {
        tell(news -> {
            news.iceStateChanged(IceState.CONNECTING);
            news.iceStateChanged(IceState.CONNECTED);
            news.iceStateChanged(IceState.READY);
            news.candidatePairSelected(new CandidatePair(
                    "candidate:1 1 UDP 1 127.0.0.1 5000 typ host", "candidate:1 1 UDP 1 127.0.0.1 5001 typ host"));
            news.mediaConnected(true);
            for (MediaKind kind : MediaKind.values()) {
                news.mediaFlowsIn(kind, true);
                news.mediaFlowsOut(kind, true);
            }
            talk();
        });
    }

    /** The other side sends, until the peer is closed. */
    private void talk() {
        if (!closed) {
            sources.values().forEach(FakeSource::send);
            loop.schedule(Duration.ofMillis(20), this::talk);
        }
    }

    @Override
    public String processOffer(String offer) throws NegotiationException {
        onLoop();
        check(offer);
        if (local != null) {
            throw new NegotiationException(Reason.ALREADY_NEGOTIATED, "negotiated");
        }
        remote = offer;
        local = SDP;
        return SDP;
    }

    @Override
    public String generateOffer() throws NegotiationException {
        onLoop();
        if (local != null) {
            throw new NegotiationException(Reason.ALREADY_NEGOTIATED, "negotiated");
        }
        offered = true;
        local = SDP;
        return SDP;
    }

    @Override
    public void offers(boolean toSend, boolean toReceive) {
        directions = (toSend ? "sends" : "") + (toReceive ? "receives" : "");
    }

    /** What its offer would say. */
    public String directions() {
        return directions;
    }

    @Override
    public String processAnswer(String answer) throws NegotiationException {
        onLoop();
        check(answer);
        if (!offered) {
            throw new NegotiationException(Reason.OFFER_NOT_GENERATED, "not offered");
        }
        if (answered) {
            throw new NegotiationException(Reason.ANSWER_ALREADY_PROCESSED, "answered");
        }
        answered = true;
        remote = answer;
        return SDP;
    }

    private static void check(String sdp) throws NegotiationException {
        if (sdp.isEmpty()) {
            throw new NegotiationException(Reason.EMPTY_OFFER, "empty");
        }
        if (!sdp.startsWith("v=0")) {
            throw new NegotiationException(Reason.INVALID_SDP, "no SDP");
        }
    }

    @Override
    public String localDescription() {
        return local;
    }

    @Override
    public String remoteDescription() {
        return remote;
    }

    @Override
    public void gatherCandidates() throws NegotiationException {
        onLoop();
        if (local == null) {
            throw new NegotiationException(Reason.NOT_NEGOTIATED, "not negotiated");
        }
        listener.iceStateChanged(IceState.GATHERING);
        listener.candidateFound(new LocalCandidate("candidate:1 1 UDP 1 127.0.0.1 5000 typ host", "audio0", 0));
        listener.candidateFound(new LocalCandidate("candidate:1 1 UDP 1 127.0.0.1 5000 typ host", "video0", 1));
        listener.gatheringDone();
    }

    @Override
    public void addRemoteCandidate(String candidate) {
        lastRemoteCandidate = candidate;
    }

    @Override
    public PacketSource source(MediaKind kind) {
        return sources.get(kind);
    }

    @Override
    public void receiveFrom(MediaKind kind, PacketSource source) {
        onLoop();
        if (source == null) {
            received.remove(kind);
        } else {
            received.put(kind, source);
        }
    }

    @Override
    public void maxVideoSendBandwidth(long bitsPerSecond) {
        maxVideoSend = bitsPerSecond;
    }

    @Override
    public void maxVideoReceiveBandwidth(long bitsPerSecond) {
        maxVideoReceive = bitsPerSecond;
    }

    @Override
    public void requestKeyFrame() {
        keyFramesAskedFor++;
    }

    @Override
    public List<StreamStats> stats() {
        onLoop();
        return List.of(
                new StreamStats(MediaKind.AUDIO, true, 11, "opus", 5, 500, 0, 0, 0.001, Double.NaN, 0, 0, 0, 0, 0),
                new StreamStats(
                        MediaKind.VIDEO, true, 12, "VP8", 50, 5000, 1, 0.1, 0.002, Double.NaN, 3, 2, 1, 0, 700_000),
                new StreamStats(MediaKind.VIDEO, false, 13, "VP8", 49, 4900, 0, 0, 0, 0.05, 0, 0, 0, 4, 600_000));
    }

    @Override
    public void client(String name) {
        client = name;
    }

    /** Whose it is, or null. */
    public String client() {
        return client;
    }

    @Override
    public void close() {
        onLoop();
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Null when nothing is sent to this peer. */
    public PacketSource receives(MediaKind kind) {
        return received.get(kind);
    }

    public int keyFramesAskedFor() {
        return keyFramesAskedFor;
    }

    public long maxVideoSend() {
        return maxVideoSend;
    }

    public long maxVideoReceive() {
        return maxVideoReceive;
    }

    public String lastRemoteCandidate() {
        return lastRemoteCandidate;
    }

    private void onLoop() {
        if (!loop.inLoop()) {
            throw new IllegalStateException("a peer is used on its loop only");
        }
    }
}
