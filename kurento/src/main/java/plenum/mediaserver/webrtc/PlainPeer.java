package plenum.mediaserver.webrtc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.PublisherClock;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.flow.ViewerStream;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.sdp.PlainDescription;
import plenum.mediaserver.sdp.SdpException;
import plenum.mediaserver.transport.PlainTransport;
import plenum.mediaserver.transport.SdesKey;
import plenum.mediaserver.webrtc.NegotiationException.Reason;

/** An end of plain RTP or SRTP: one {@link PlainLine} for each kind of media. */
final class PlainPeer implements RtpPeer {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int TICKS_OF_A_REPORT = 20;

    private enum State {
        NEW,
        OFFERED,
        ANSWERED_OFFER,
        TOOK_ANSWER
    }

    private final EventLoop loop;
    private final PlainPeers.Place place;
    private final FlowMonitor monitor;
    private final Map<MediaKind, PlainLine> lines = new EnumMap<>(MediaKind.class);
    private final @Nullable SdesKey key;
    private final String sessionId;
    private final String cname;
    private State state = State.NEW;
    private EventLoop.@Nullable Timer timer;
    private @Nullable String local;
    private @Nullable String remote;
    private int ticks;
    private long sendLimit;
    private long receiveLimit;

    PlainPeer(
            EventLoop loop,
            ServerClock clock,
            PlainPeers.Place place,
            PlainPeers.Protection protection,
            SecureRandom random,
            Listener listener) {
        this.loop = loop;
        this.place = place;
        this.monitor = new FlowMonitor(listener);
        this.key = protection.wanted() ? protection.key().orElseGet(() -> PlainTransport.newKey(random)) : null;
        this.sessionId = Long.toString(random.nextLong() >>> 2);
        this.cname = "plenum" + sessionId;
        PublisherClock publisherClock = new PublisherClock();
        for (MediaKind kind : MediaKind.values()) {
            lines.put(kind, new PlainLine(kind, cname, loop, clock, publisherClock, random, monitor, listener));
        }
    }

    private PlainLine line(MediaKind kind) {
        return Objects.requireNonNull(lines.get(kind));
    }

    private Optional<String> suite() {
        return key == null ? Optional.empty() : Optional.of(SdesKey.SUITE);
    }

    @Override
    public String processOffer(String offer) throws NegotiationException {
        if (offer.isBlank()) {
            throw new NegotiationException(Reason.EMPTY_OFFER, "Empty offer not valid");
        }
        PlainDescription description = read(offer);
        requireNew();
        List<PlainDescription.Remote> agreed = description.agreed();
        String answer = description.answer(
                sessionId,
                place.announced().getHostAddress(),
                cname,
                open(agreed.stream().map(PlainPeer::kind).toList()));
        settle(agreed);
        state = State.ANSWERED_OFFER;
        remote = offer;
        local = answer;
        return answer;
    }

    @Override
    public String generateOffer() throws NegotiationException {
        requireNew();
        String offer = PlainDescription.offer(
                sessionId,
                place.announced().getHostAddress(),
                cname,
                place.codecPreference(),
                open(List.of(MediaKind.values())));
        state = State.OFFERED;
        local = offer;
        return offer;
    }

    @Override
    public String processAnswer(String answer) throws NegotiationException {
        switch (state) {
            case OFFERED -> {
                // the one state in which an answer is awaited
            }
            case TOOK_ANSWER ->
                throw new NegotiationException(Reason.ANSWER_ALREADY_PROCESSED, "Sdp Answer already processed");
            case NEW, ANSWERED_OFFER ->
                throw new NegotiationException(
                        Reason.OFFER_NOT_GENERATED, "Offer not generated. It is not possible to process an answer.");
        }
        settle(read(answer).agreed());
        state = State.TOOK_ANSWER;
        remote = answer;
        return Objects.requireNonNull(local);
    }

    private void requireNew() throws NegotiationException {
        if (state != State.NEW) {
            throw new NegotiationException(Reason.ALREADY_NEGOTIATED, "Endpoint already negotiated");
        }
    }

    private PlainDescription read(String text) throws NegotiationException {
        try {
            return PlainDescription.read(text, place.codecPreference(), suite());
        } catch (SdpException e) {
            throw invalid(e);
        }
    }

    private static NegotiationException invalid(Exception cause) {
        NegotiationException failure = new NegotiationException(Reason.INVALID_SDP, "Invalid SDP");
        failure.initCause(cause);
        return failure;
    }

    private static MediaKind kind(PlainDescription.Remote remote) {
        return MediaKind.valueOf(remote.media().type().toUpperCase(Locale.ROOT));
    }

    /** Opens sockets for these kinds. */
    private Map<String, PlainDescription.Local> open(List<MediaKind> kinds) throws NegotiationException {
        Map<String, PlainDescription.Local> opened = new HashMap<>();
        for (MediaKind kind : kinds) {
            try {
                Optional<String> crypto = Optional.ofNullable(key).map(SdesKey::attribute);
                PlainLine line = line(kind);
                opened.put(
                        kind.name().toLowerCase(Locale.ROOT),
                        line.open(place.bound(), place.firstPort(), place.lastPort(), crypto));
            } catch (IOException e) {
                lines.values().forEach(PlainLine::close);
                throw invalid(e);
            }
        }
        return opened;
    }

    private void settle(List<PlainDescription.Remote> agreed) throws NegotiationException {
        for (PlainDescription.Remote media : agreed) {
            InetAddress address;
            try {
                address = InetAddress.ofLiteral(media.address()); // a name would have to be looked up
            } catch (IllegalArgumentException e) {
                throw invalid(e);
            }
            line(kind(media))
                    .connect(
                            media.media(),
                            new InetSocketAddress(address, media.rtpPort()),
                            new InetSocketAddress(address, media.rtcpPort()),
                            key,
                            media.crypto());
        }
        line(MediaKind.VIDEO).cap(sendLimit);
        timer = loop.schedule(TICK, this::tick);
    }

    private void tick() {
        long now = loop.nanoTime();
        lines.values().forEach(line -> line.poll(now));
        if (++ticks % TICKS_OF_A_REPORT == 0) {
            monitor.poll();
            lines.forEach((kind, line) -> line.report(kind == MediaKind.VIDEO ? receiveLimit : 0));
        }
        timer = loop.schedule(TICK, this::tick);
    }

    @Override
    public @Nullable String localDescription() {
        return local;
    }

    @Override
    public @Nullable String remoteDescription() {
        return remote;
    }

    @Override
    public PacketSource source(MediaKind kind) {
        return line(kind).publication();
    }

    @Override
    public void receiveFrom(MediaKind kind, @Nullable PacketSource source) {
        line(kind).receiveFrom(source);
    }

    @Override
    public void maxVideoSendBandwidth(long bitsPerSecond) {
        sendLimit = bitsPerSecond;
        line(MediaKind.VIDEO).cap(bitsPerSecond);
    }

    @Override
    public void maxVideoReceiveBandwidth(long bitsPerSecond) {
        receiveLimit = bitsPerSecond;
    }

    @Override
    public void requestKeyFrame() {
        line(MediaKind.VIDEO).publication().requestKeyFrame();
    }

    @Override
    public List<WebRtcPeer.StreamStats> stats() {
        Map<MediaKind, Publication> publications = new EnumMap<>(MediaKind.class);
        Map<MediaKind, ViewerStream> streams = new EnumMap<>(MediaKind.class);
        lines.forEach((kind, line) -> {
            publications.put(kind, line.publication());
            line.stream().ifPresent(stream -> streams.put(kind, stream));
        });
        return new ArrayList<>(PeerStats.of(publications, streams, receiveLimit, sendLimit));
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        lines.values().forEach(PlainLine::close);
    }
}
