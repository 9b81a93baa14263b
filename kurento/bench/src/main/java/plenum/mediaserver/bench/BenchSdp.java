package plenum.mediaserver.bench;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import plenum.mediaserver.transport.DtlsRole;
import plenum.mediaserver.transport.Fingerprint;
import plenum.mediaserver.transport.IceCredentials;
import plenum.mediaserver.transport.RemoteTransport;

/** The descriptions of a client with one video section: just what a Kurento-protocol server needs to agree on VP8. */
final class BenchSdp {
    static final int PAYLOAD_TYPE = 96;

    private BenchSdp() {}

    /** An offer to send or to receive VP8 (RFC 8829). */
    static String offer(boolean sends, int ssrc, IceCredentials ice, Fingerprint fingerprint) {
        Stream<String> lines = Stream.of(
                "v=0",
                "o=- " + Integer.toUnsignedString(ssrc) + " 2 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "a=group:BUNDLE 0",
                "m=video 9 UDP/TLS/RTP/SAVPF " + PAYLOAD_TYPE,
                "c=IN IP4 0.0.0.0",
                "a=rtcp:9 IN IP4 0.0.0.0",
                "a=ice-ufrag:" + ice.ufrag(),
                "a=ice-pwd:" + ice.password(),
                "a=fingerprint:" + fingerprint.algorithm() + " " + fingerprint.value(),
                "a=setup:actpass",
                "a=mid:0",
                sends ? "a=sendonly" : "a=recvonly",
                "a=rtcp-mux",
                "a=rtpmap:" + PAYLOAD_TYPE + " VP8/90000",
                "a=rtcp-fb:" + PAYLOAD_TYPE + " ccm fir",
                "a=rtcp-fb:" + PAYLOAD_TYPE + " nack",
                "a=rtcp-fb:" + PAYLOAD_TYPE + " nack pli",
                "a=ssrc:" + Integer.toUnsignedString(ssrc) + " cname:bench");
        return String.join("\r\n", lines.toList()) + "\r\n";
    }

    /** What an answer says of the server's transport; we take the DTLS role that it leaves us. */
    static RemoteTransport transport(String answer) {
        String[] fingerprint = attribute(answer, "fingerprint").split(" ", 2);
        DtlsRole role = attribute(answer, "setup").equals("active") ? DtlsRole.SERVER : DtlsRole.CLIENT;
        return new RemoteTransport(
                new IceCredentials(attribute(answer, "ice-ufrag"), attribute(answer, "ice-pwd")),
                new Fingerprint(fingerprint[0], fingerprint[1]),
                role);
    }

    /** Addresses of the UDP host candidates of component 1 in an answer, if it holds any. */
    static List<InetSocketAddress> candidates(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("a=candidate:"))
                .flatMap(line -> candidate(line.substring("a=".length())))
                .toList();
    }

    /** The address of one candidate (RFC 8839 section 5.1), when it is one that we can use. */
    static Stream<InetSocketAddress> candidate(String candidate) {
        String[] fields = candidate.strip().split("\\s+");
        boolean usable = fields.length >= 8
                && fields[1].equals("1")
                && fields[2].equalsIgnoreCase("udp")
                && fields[4].indexOf(':') < 0
                && !fields[4].endsWith(".local")
                && fields[5].matches("\\d{1,5}");
        return usable ? Stream.of(new InetSocketAddress(fields[4], Integer.parseInt(fields[5]))) : Stream.empty();
    }

    private static String attribute(String answer, String name) {
        String prefix = "a=" + name + ":";
        return Arrays.stream(answer.split("\r?\n"))
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the answer has no " + name));
    }
}
