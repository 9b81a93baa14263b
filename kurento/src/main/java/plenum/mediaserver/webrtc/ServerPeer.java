package plenum.mediaserver.webrtc;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.flow.PeerOutput;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.PublisherClock;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.flow.StreamIds;
import plenum.mediaserver.flow.TransportFeedbackGenerator;
import plenum.mediaserver.flow.ViewerStream;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Agreement;
import plenum.mediaserver.sdp.LocalParameters;
import plenum.mediaserver.sdp.OfferAnswer;
import plenum.mediaserver.transport.DtlsIdentity;
import plenum.mediaserver.transport.DtlsRole;
import plenum.mediaserver.transport.Fingerprint;
import plenum.mediaserver.transport.IceCredentials;
import plenum.mediaserver.transport.RemoteTransport;
import plenum.mediaserver.transport.UdpPort;
import plenum.mediaserver.transport.WebRtcTransport;

/**
 * One peer connection, assembled: negotiation decides, the transport carries, the inbound path fills the publications, viewer streams
 * go out. Sources are attached once the transport is secured, so that no key frame is spent on a viewer that cannot get it yet.
 */
final class ServerPeer implements WebRtcPeer {
    private static final Logger log = LoggerFactory.getLogger(ServerPeer.class);
    private static final Duration FAST_TICK = Duration.ofMillis(50);
    private static final Duration SLOW_TICK = Duration.ofMillis(500);
    private static final long REPORT_NANOS = 1_000_000_000L;
    private static final long UNESTIMATED_LIMIT = 10_000_000L;

    private final EventLoop loop;
    private final ServerClock clock;
    private final Listener listener;
    private final List<String> candidates;
    private final Map<MediaKind, StreamIds> ids = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, Publication> publications = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, ViewerStream> streams = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, Publication> wanted = new EnumMap<>(MediaKind.class);
    private final TransportFeedbackGenerator feedback = new TransportFeedbackGenerator();
    private final FlowMonitor monitor;
    private final InboundPath inbound;
    private final ControlPath control;
    private final WebRtcTransport transport;
    private final FeedbackOutput rtcp;
    private final Reports reports;
    private final Negotiation negotiation;
    private final UdpPort port;
    private @Nullable Agreement agreement;
    private EventLoop.@Nullable Timer ticker;
    private long lastReportNanos;
    private long receiveLimit;
    private long sendLimit;
    private int transportSequence;
    private boolean closed;

    ServerPeer(
            UdpPort port,
            DtlsIdentity identity,
            SecureRandom random,
            ServerClock clock,
            WebRtcSettings settings,
            Listener listener) {
        this.port = port;
        this.loop = port.loop();
        this.clock = clock;
        this.listener = listener;
        this.candidates = HostCandidates.of(settings.addresses(), port.port());
        for (MediaKind kind : MediaKind.values()) {
            ids.put(kind, new StreamIds(random.nextInt(), random.nextInt(), random.nextInt()));
        }
        this.transport = WebRtcTransport.answering(port, identity, random, new TransportEvents());
        this.rtcp = new FeedbackOutput(transport, ids(MediaKind.AUDIO).ssrc());
        PublisherClock publisherClock = new PublisherClock();
        for (MediaKind kind : MediaKind.values()) {
            publications.put(kind, new Publication(kind, rtcp, publisherClock, clock));
        }
        this.monitor = new FlowMonitor(clock::nanoTime, listener);
        this.inbound = new InboundPath(publications, feedback, monitor);
        this.control = new ControlPath(publications.values(), streams.values());
        LocalParameters local = localParameters(identity, settings, Long.toString(random.nextLong() >>> 2));
        this.reports = new Reports(local.cname(), rtcp, publications.values(), streams.values());
        this.negotiation = new Negotiation(new OfferAnswer(local));
        port.loop().inhabit(1);
    }

    private LocalParameters localParameters(DtlsIdentity identity, WebRtcSettings settings, String sessionId) {
        IceCredentials ice = transport.credentials();
        Map<String, LocalParameters.LocalStream> local = Map.of(
                "audio", localStream(MediaKind.AUDIO),
                "video", localStream(MediaKind.VIDEO));
        return new LocalParameters(
                sessionId,
                ice.ufrag(),
                ice.password(),
                identity.fingerprint().algorithm(),
                identity.fingerprint().value(),
                candidates,
                "plenum" + sessionId,
                local,
                settings.codecPreference());
    }

    private LocalParameters.LocalStream localStream(MediaKind kind) {
        return new LocalParameters.LocalStream(ids(kind).ssrc(), ids(kind).retransmissionSsrc());
    }

    private StreamIds ids(MediaKind kind) {
        return Objects.requireNonNull(ids.get(kind));
    }

    @Override
    public String processOffer(String offer) throws NegotiationException {
        settle(negotiation.processOffer(offer));
        return Objects.requireNonNull(negotiation.local());
    }

    @Override
    public String generateOffer() throws NegotiationException {
        return negotiation.generateOffer();
    }

    @Override
    public String processAnswer(String answer) throws NegotiationException {
        settle(negotiation.processAnswer(answer));
        return Objects.requireNonNull(negotiation.local());
    }

    private void settle(Agreement agreed) {
        agreement = agreed;
        for (AgreedMedia media : agreed.media()) {
            MediaKind kind = MediaKind.valueOf(media.type().toUpperCase(Locale.ROOT));
            if (media.receives()) {
                inbound.agreed(kind, media);
            }
            if (media.sends()) {
                KindOutput output = new KindOutput(kind);
                streams.put(kind, new ViewerStream(media, ids(kind), output, clock, output));
            }
            rtcp.reducedSize(media.reducedSize());
        }
        Agreement.Remote remote = agreed.remote();
        if (remote != null) {
            transport.start(new RemoteTransport(
                    new IceCredentials(remote.ufrag(), remote.password()),
                    new Fingerprint(remote.fingerprintAlgorithm(), remote.fingerprint()),
                    agreed.localIsDtlsClient() ? DtlsRole.CLIENT : DtlsRole.SERVER));
        }
        log.debug("negotiated {}", agreed);
    }

    @Override
    public @Nullable String localDescription() {
        return negotiation.local();
    }

    @Override
    public @Nullable String remoteDescription() {
        return negotiation.remote();
    }

    @Override
    public void gatherCandidates() throws NegotiationException {
        if (!negotiation.begun()) {
            throw new NegotiationException(NegotiationException.Reason.NOT_NEGOTIATED, "Error gathering candidates");
        }
        AgreedMedia first = agreement == null || agreement.media().isEmpty()
                ? null
                : agreement.media().getFirst();
        listener.iceStateChanged(IceState.GATHERING);
        String mid = first == null ? "audio0" : first.mid();
        int index = first == null ? 0 : first.index();
        candidates.forEach(
                candidate -> listener.candidateFound(new LocalCandidate("candidate:" + candidate, mid, index)));
        listener.gatheringDone();
        if (!transport.isSecured()) {
            listener.iceStateChanged(IceState.CONNECTING);
        }
    }

    @Override
    public void addRemoteCandidate(String candidate) {
        log.debug("remote candidate not needed: {}", candidate); // the other side's checks tell its addresses
    }

    @Override
    public PacketSource source(MediaKind kind) {
        return Objects.requireNonNull(publications.get(kind));
    }

    @Override
    public void receiveFrom(MediaKind kind, @Nullable PacketSource source) {
        if (source == null) {
            wanted.remove(kind);
        } else if (source instanceof Publication publication && publication.kind() == kind) {
            wanted.put(kind, publication);
        } else {
            throw new IllegalArgumentException("not a source of " + kind);
        }
        attach(kind);
    }

    private void attach(MediaKind kind) {
        ViewerStream stream = streams.get(kind);
        if (stream != null && transport.isSecured()) {
            stream.receiveFrom(wanted.get(kind));
        }
    }

    /** Kept for the choice of simulcast layers; a single-layer source cannot be sent at less without lowering it for everyone. */
    @Override
    public void maxVideoSendBandwidth(long bitsPerSecond) {
        sendLimit = bitsPerSecond;
    }

    @Override
    public void maxVideoReceiveBandwidth(long bitsPerSecond) {
        receiveLimit = bitsPerSecond;
    }

    @Override
    public void requestKeyFrame() {
        Objects.requireNonNull(publications.get(MediaKind.VIDEO)).requestKeyFrame();
    }

    @Override
    public List<StreamStats> stats() {
        return PeerStats.of(publications, streams, receiveLimit, sendLimit > 0 ? sendLimit : control.remoteLimit());
    }

    private void tick() {
        long now = clock.nanoTime();
        publications.values().forEach(publication -> publication.poll(now));
        if (inbound.sendsCongestionFeedback()) {
            feedback.poll(rtcp.ssrc(), mediaSsrc()).ifPresent(rtcp::send);
        }
        if (now - lastReportNanos >= REPORT_NANOS) {
            lastReportNanos = now;
            monitor.poll();
            long limit = receiveLimit > 0 ? receiveLimit : inbound.sendsCongestionFeedback() ? 0 : UNESTIMATED_LIMIT;
            reports.send(limit);
        }
        ticker = loop.schedule(monitor.receiving() ? FAST_TICK : SLOW_TICK, this::tick);
    }

    private int mediaSsrc() {
        for (Publication publication : publications.values()) {
            if (publication.ssrc() != 0) {
                return publication.ssrc();
            }
        }
        return 0;
    }

    /** The transport is gone: nothing is composed for it any more. */
    private void silence() {
        if (ticker != null) {
            ticker.cancel();
            ticker = null;
        }
        streams.values().forEach(stream -> stream.receiveFrom(null));
        monitor.disconnected();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (ticker != null) {
            ticker.cancel();
        }
        streams.values().forEach(stream -> stream.receiveFrom(null));
        publications.values().forEach(Publication::close);
        transport.close();
        port.loop().inhabit(-1);
    }

    private final class TransportEvents implements WebRtcTransport.Listener {
        @Override
        public void selected(InetSocketAddress remote) {
            listener.iceStateChanged(IceState.CONNECTED);
            listener.candidatePairSelected(
                    new CandidatePair("candidate:" + candidates.getFirst(), HostCandidates.peerReflexive(remote)));
            listener.iceStateChanged(IceState.READY);
        }

        @Override
        public void secured() {
            log.info("peer connected");
            for (MediaKind kind : MediaKind.values()) {
                attach(kind);
            }
            ticker = loop.schedule(FAST_TICK, ServerPeer.this::tick);
        }

        @Override
        public void rtp(byte[] packet, int length) {
            inbound.receive(packet, length, clock.nanoTime());
        }

        @Override
        public void rtcp(byte[] packet, int length) {
            control.receive(packet, length);
        }

        @Override
        public void farewell() {
            log.info("peer said farewell");
            silence();
            listener.iceStateChanged(IceState.DISCONNECTED);
        }

        @Override
        public void failed(String reason) {
            log.info("peer failed: {}", reason);
            silence();
            listener.iceStateChanged(IceState.FAILED);
            listener.failed(reason);
        }
    }

    /** One kind's way out: counts the flow, and the peer's one transport-wide number. */
    private final class KindOutput implements PeerOutput, ViewerStream.Listener {
        private final MediaKind kind;

        KindOutput(MediaKind kind) {
            this.kind = kind;
        }

        @Override
        public void sendRtp(byte[] packet, int length) {
            transport.sendRtp(packet, length);
            monitor.sent(kind);
        }

        @Override
        public int nextTransportSequence() {
            return transportSequence = transportSequence + 1 & 0xFFFF;
        }

        @Override
        public void codecMismatch(String codec) {
            listener.codecMismatch(kind, codec);
        }
    }
}
