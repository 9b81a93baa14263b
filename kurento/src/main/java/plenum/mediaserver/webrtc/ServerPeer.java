package plenum.mediaserver.webrtc;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
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
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.PublisherClock;
import plenum.mediaserver.flow.PublisherSide;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.flow.StreamIds;
import plenum.mediaserver.flow.TransportFeedbackGenerator;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Agreement;
import plenum.mediaserver.sdp.LocalParameters;
import plenum.mediaserver.transport.DtlsIdentity;
import plenum.mediaserver.transport.DtlsRole;
import plenum.mediaserver.transport.Fingerprint;
import plenum.mediaserver.transport.IceCredentials;
import plenum.mediaserver.transport.RemoteTransport;
import plenum.mediaserver.transport.UdpPort;
import plenum.mediaserver.transport.WebRtcTransport;

/**
 * One peer connection, assembled: {@link Negotiation} decides, the transport carries, {@link InboundPath} takes what the peer publishes,
 * {@link OutboundPath} sends what it watches, {@link ControlPath} handles its RTCP, {@link Upkeep} does the periodic work.
 */
final class ServerPeer implements WebRtcPeer {
    private static final Logger log = LoggerFactory.getLogger(ServerPeer.class);
    /** How long the packets of a frame wait for its rest. */
    private static final Duration FRAME_WAIT = Duration.ofMillis(1);

    private final ServerClock clock;
    private final Listener listener;
    private final List<String> candidates;
    private final Map<MediaKind, StreamIds> ids = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, Publication> publications = new EnumMap<>(MediaKind.class);
    private final FlowMonitor monitor;
    private final InboundPath inbound;
    private final OutboundPath outbound;
    private final ControlPath control;
    private final WebRtcTransport transport;
    private final FeedbackOutput rtcp;
    private final Upkeep upkeep;
    private final Negotiation negotiation;
    private final UdpPort port;
    private final Census census;
    private final Clients clients;
    private @Nullable Agreement agreement;
    private long receiveLimit;
    private long sendLimit;
    private boolean closed;

    /**
     * Where a peer lives.
     *
     * @param port of its loop
     * @param candidates what browsers are told of the ways to there, the preferred first
     * @param census of its loop
     * @param clients whose peers live there
     */
    record Place(UdpPort port, List<String> candidates, Census census, Clients clients) {}

    ServerPeer(
            Place place,
            DtlsIdentity identity,
            SecureRandom random,
            ServerClock clock,
            WebRtcSettings settings,
            Listener listener) {
        this.port = place.port();
        this.census = place.census();
        this.clients = place.clients();
        this.clock = clock;
        this.listener = listener;
        this.candidates = place.candidates();
        for (MediaKind kind : MediaKind.values()) {
            ids.put(kind, new StreamIds(random.nextInt(), random.nextInt(), random.nextInt()));
        }
        this.transport = WebRtcTransport.answering(port, identity, random, new TransportEvents());
        this.rtcp = new FeedbackOutput(transport, ids(MediaKind.AUDIO).ssrc());
        PublisherSide publisher = new PublisherSide(
                rtcp, new PublisherClock(), clock, task -> port.loop().schedule(FRAME_WAIT, task));
        for (MediaKind kind : MediaKind.values()) {
            publications.put(kind, new Publication(kind, publisher));
        }
        LocalParameters local = localParameters(identity, settings, Long.toString(random.nextLong() >>> 2));
        Collection<Publication> published = publications.values();
        TransportFeedbackGenerator feedback = new TransportFeedbackGenerator();
        this.monitor = new FlowMonitor(listener);
        this.inbound = new InboundPath(publications, feedback, monitor);
        this.outbound = new OutboundPath(transport, monitor, clock, ids, port.loop(), listener);
        this.control = new ControlPath(published, outbound);
        Reports reports = new Reports(local.cname(), rtcp.ssrc(), published, outbound.streams());
        this.upkeep = new Upkeep(port.loop(), published, inbound, outbound, feedback, monitor, rtcp, reports);
        this.negotiation = new Negotiation(local, transport::restartIce);
        port.loop().inhabit(1);
        census.joined(this);
    }

    private LocalParameters localParameters(DtlsIdentity identity, WebRtcSettings settings, String sessionId) {
        IceCredentials ice = transport.credentials();
        Map<String, LocalParameters.LocalStream> local = Map.of(
                "audio", localStream(MediaKind.AUDIO),
                "video", localStream(MediaKind.VIDEO));
        return new LocalParameters(
                sessionId,
                1,
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
    public void offers(boolean toSend, boolean toReceive) {
        negotiation.offers(toSend, toReceive);
    }

    @Override
    public String processAnswer(String answer) throws NegotiationException {
        settle(negotiation.processAnswer(answer));
        return Objects.requireNonNull(negotiation.local());
    }

    /** A restart of ICE leaves the media as they are. */
    private void settle(Agreement agreed) {
        if (agreement == null) {
            settleMedia(agreed);
        } else {
            listener.iceStateChanged(IceState.CONNECTING);
        }
        agreement = agreed;
        Agreement.Remote remote = agreed.remote();
        if (remote != null) {
            transport.start(new RemoteTransport(
                    new IceCredentials(remote.ufrag(), remote.password()),
                    new Fingerprint(remote.fingerprintAlgorithm(), remote.fingerprint()),
                    agreed.localIsDtlsClient() ? DtlsRole.CLIENT : DtlsRole.SERVER));
        }
        log.debug("negotiated {}", agreed);
    }

    private void settleMedia(Agreement agreed) {
        for (AgreedMedia media : agreed.media()) {
            MediaKind kind = MediaKind.valueOf(media.type().toUpperCase(Locale.ROOT));
            if (media.receives()) {
                inbound.agreed(kind, media);
            }
            if (media.sends()) {
                outbound.agreed(kind, media);
            }
            rtcp.reducedSize(media.reducedSize());
        }
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
        boolean connected = transport.isConnected();
        if (!connected) { // candidates are in the answer: the other side may have used them already
            listener.iceStateChanged(IceState.GATHERING);
        }
        String mid = first == null ? "audio0" : first.mid();
        int index = first == null ? 0 : first.index();
        candidates.forEach(
                candidate -> listener.candidateFound(new LocalCandidate("candidate:" + candidate, mid, index)));
        listener.gatheringDone();
        if (!connected) {
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
        if (source != null && source.kind() != kind) {
            throw new IllegalArgumentException("not a source of " + kind);
        }
        outbound.receiveFrom(kind, source);
    }

    @Override
    public void client(String name) {
        if (!closed) {
            outbound.client(clients.named(name));
        }
    }

    /** Chooses among simulcast layers; a single-layer source cannot be sent at less without lowering it for everyone. */
    @Override
    public void maxVideoSendBandwidth(long bitsPerSecond) {
        sendLimit = bitsPerSecond;
        outbound.videoCap(bitsPerSecond);
    }

    @Override
    public void maxVideoReceiveBandwidth(long bitsPerSecond) {
        receiveLimit = bitsPerSecond;
        upkeep.receiveLimit(bitsPerSecond);
    }

    @Override
    public void requestKeyFrame() {
        Objects.requireNonNull(publications.get(MediaKind.VIDEO)).requestKeyFrame();
    }

    @Override
    public List<StreamStats> stats() {
        return PeerStats.of(
                publications, outbound.byKind(), receiveLimit, sendLimit > 0 ? sendLimit : outbound.known());
    }

    /** The transport is gone: nothing is composed for it any more. */
    private void silence() {
        upkeep.stop();
        outbound.close();
        monitor.disconnected();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        census.left(this);
        upkeep.stop();
        outbound.close();
        publications.values().forEach(Publication::close);
        transport.close();
        port.loop().inhabit(-1);
    }

    private final class TransportEvents implements WebRtcTransport.Listener {
        @Override
        public void selected(InetSocketAddress remote, boolean tcp) {
            listener.iceStateChanged(IceState.CONNECTED);
            listener.candidatePairSelected(
                    new CandidatePair("candidate:" + local(tcp), HostCandidates.peerReflexive(remote, tcp)));
            listener.iceStateChanged(IceState.READY);
        }

        private String local(boolean tcp) {
            return candidates.stream()
                    .filter(candidate -> candidate.contains(tcp ? " tcp " : " udp "))
                    .findFirst()
                    .orElseGet(candidates::getFirst);
        }

        @Override
        public void secured() {
            log.info("peer connected");
            outbound.open();
            upkeep.start();
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
}
