package plenum.mediaserver.webrtc;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtcpReader;
import plenum.mediaserver.rtp.RtcpWriter;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.transport.DtlsIdentity;
import plenum.mediaserver.transport.DtlsRole;
import plenum.mediaserver.transport.Fingerprint;
import plenum.mediaserver.transport.IceCredentials;
import plenum.mediaserver.transport.RemoteTransport;
import plenum.mediaserver.transport.UdpPort;
import plenum.mediaserver.transport.WebRtcTransport;

/** The other side of a peer connection: full ICE, DTLS and SRTP, and video packets that hold nothing but their number. On its port's loop. */
final class JavaBrowser implements WebRtcTransport.Listener, AutoCloseable {
    static final int PAYLOAD_TYPE = 96;
    static final int SSRC = 0x1234;

    /** Start code and size of the picture (RFC 6386 section 9.1). */
    private static final byte[] KEY_FRAME_REST = {(byte) 0x9D, 1, 0x2A, 64, 0, 32, 0};

    private static final int RETRANSMISSION_TYPE = 97;
    private static final int RETRANSMISSION_SSRC = 0x5678;

    private final WebRtcTransport transport;
    private final DtlsIdentity identity;
    private final RtpWriter writer = new RtpWriter(1500);
    private final RtpPacket packet = new RtpPacket();
    private final RtcpWriter rtcp = new RtcpWriter(1200);
    private int nextRetransmission;
    private int sequence = 65_500;

    /** Payload numbers by the sequence number under which they came, retransmissions included. */
    final TreeMap<Integer, Integer> received = new TreeMap<>();

    final List<Rtcp> feedback = new ArrayList<>();
    final List<Integer> retransmitted = new ArrayList<>();
    volatile boolean secured;
    volatile boolean farewell;
    volatile String failure = "";
    int dropEvery;
    int remoteSsrc;

    JavaBrowser(UdpPort port) {
        SecureRandom random = new SecureRandom();
        identity = DtlsIdentity.generate(random, Instant.now());
        transport = WebRtcTransport.controlling(port, identity, random, this);
    }

    String offer(String direction, String fingerprint, String... codecs) {
        IceCredentials ice = transport.credentials();
        StringBuilder text = new StringBuilder(
                "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=group:BUNDLE v\r\nm=video 9 UDP/TLS/RTP/SAVPF ");
        text.append(String.join(
                        " ",
                        List.of(codecs).stream()
                                .map(codec -> codec.split(" ")[0])
                                .toList()))
                .append(" 97\r\n");
        text.append("a=mid:v\r\na=ice-ufrag:")
                .append(ice.ufrag())
                .append("\r\na=ice-pwd:")
                .append(ice.password());
        text.append("\r\na=fingerprint:sha-256 ")
                .append(fingerprint)
                .append("\r\na=setup:actpass\r\na=rtcp-mux\r\na=rtcp-rsize\r\na=");
        text.append(direction)
                .append("\r\na=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01\r\n");
        for (String codec : codecs) {
            String type = codec.split(" ")[0];
            text.append("a=rtpmap:")
                    .append(codec)
                    .append("/90000\r\na=rtcp-fb:")
                    .append(type)
                    .append(" nack\r\na=rtcp-fb:");
            text.append(type).append(" nack pli\r\na=rtcp-fb:").append(type).append(" transport-cc\r\n");
        }
        return text.append("a=rtpmap:97 rtx/90000\r\na=fmtp:97 apt=")
                .append(codecs[0].split(" ")[0])
                .append("\r\n")
                .toString();
    }

    void restartIce() {
        transport.restartIce();
    }

    String fingerprint() {
        return identity.fingerprint().value();
    }

    void take(String answer) {
        String port = find(answer, "a=candidate:\\S+ 1 udp \\d+ \\S+ (\\d+) ");
        take(answer, new InetSocketAddress("127.0.0.1", Integer.parseInt(port)));
    }

    /** @param server where the server is to be reached, whatever its answer says */
    void take(String answer, InetSocketAddress server) {
        transport.remoteCandidates(List.of(server));
        transport.start(new RemoteTransport(
                new IceCredentials(find(answer, "a=ice-ufrag:(\\S+)"), find(answer, "a=ice-pwd:(\\S+)")),
                new Fingerprint("sha-256", find(answer, "a=fingerprint:sha-256 (\\S+)")),
                DtlsRole.CLIENT));
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern.toLowerCase(Locale.ROOT) + " is not in " + text);
        }
        return matcher.group(1);
    }

    /** Sends one frame of one packet; a VP8 key frame when {@code key}. It is lost on the way when {@code lose}. */
    void sendFrame(int number, boolean key, boolean lose) {
        int current = sequence++ & 0xFFFF;
        writer.begin(PAYLOAD_TYPE, true, current, number * 3_000, SSRC);
        writer.extension16(3, current);
        writer.endHeader();
        writePayload(number, key);
        if (!lose) {
            transport.sendRtp(writer.buffer(), writer.length());
        } else {
            lost.put(current, number);
        }
    }

    /** As {@link #sendFrame}, by another source. */
    void sendFrameOf(int ssrc, int number) {
        writer.begin(PAYLOAD_TYPE, true, number, number * 3_000, ssrc);
        writer.endHeader();
        writePayload(number, false);
        transport.sendRtp(writer.buffer(), writer.length());
    }

    /** As {@link #sendFrame}, in a packet as long as a picture's. */
    void sendLargeFrame(int number, boolean key) {
        int current = sequence++ & 0xFFFF;
        writer.begin(PAYLOAD_TYPE, true, current, number * 3_000, SSRC);
        writer.extension16(3, current);
        writer.endHeader();
        writePayload(number, key);
        byte[] more = new byte[1_000];
        writer.payload(more, 0, more.length);
        transport.sendRtp(writer.buffer(), writer.length());
    }

    private final TreeMap<Integer, Integer> lost = new TreeMap<>();

    private void writePayload(int number, boolean key) {
        byte[] payload = {0x10, (byte) (key ? 0 : 1), (byte) (number >> 8), (byte) number};
        writer.payload(payload, 0, payload.length);
        if (key) {
            writer.payload(KEY_FRAME_REST, 0, KEY_FRAME_REST.length);
        }
    }

    void sendRtcp(Rtcp message) {
        rtcp.begin();
        rtcp.append(message);
        transport.sendRtcp(rtcp.buffer(), rtcp.length());
    }

    @Override
    public void rtp(byte[] data, int length) {
        if (!packet.wrap(data, 0, length)) {
            throw new AssertionError("not RTP");
        }
        int at = packet.payloadOffset();
        if (packet.payloadType() == RETRANSMISSION_TYPE) {
            int original = (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
            retransmitted.add(original);
            received.put(original, number(data, at + 2));
            return;
        }
        remoteSsrc = packet.ssrc();
        if (dropEvery == 0 || packet.sequenceNumber() % dropEvery != 0) {
            received.put(packet.sequenceNumber(), number(data, at));
        }
    }

    private static int number(byte[] data, int at) {
        return (data[at + 2] & 0xFF) << 8 | data[at + 3] & 0xFF;
    }

    @Override
    public void rtcp(byte[] data, int length) {
        for (Rtcp message : RtcpReader.read(data, 0, length)) {
            feedback.add(message);
            if (message instanceof Rtcp.Nack nack) {
                nack.lost().forEach(this::retransmit);
            }
        }
    }

    private void retransmit(int missing) {
        Integer number = lost.remove(missing);
        if (number != null) {
            writer.begin(RETRANSMISSION_TYPE, true, nextRetransmission++, number * 3_000, RETRANSMISSION_SSRC);
            writer.endHeader();
            writer.payload16(missing);
            writePayload(number, false);
            transport.sendRtp(writer.buffer(), writer.length());
        }
    }

    <T extends Rtcp> long count(Class<T> type) {
        return List.copyOf(feedback).stream().filter(type::isInstance).count();
    }

    @Override
    public void selected(InetSocketAddress remote, boolean tcp) {
        // the handshake follows by itself
    }

    @Override
    public void secured() {
        secured = true;
    }

    @Override
    public void farewell() {
        farewell = true;
    }

    @Override
    public void failed(String reason) {
        failure = reason;
    }

    @Override
    public void close() {
        transport.close();
    }
}
