package plenum.mediaserver.client;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.mediaserver.transport.DtlsRole;
import plenum.mediaserver.transport.Fingerprint;
import plenum.mediaserver.transport.IceCredentials;
import plenum.mediaserver.transport.RemoteTransport;

/** The descriptions of a client: just what a Kurento-protocol server needs to agree on VP8 and Opus. */
public final class ClientSdp {
    public static final int VIDEO_TYPE = 96;
    public static final int AUDIO_TYPE = 111;

    /** What is offered: which media, and in which direction. */
    public enum Media {
        SEND_VIDEO(true, false),
        RECEIVE_VIDEO(false, false),
        SEND_BOTH(true, true),
        RECEIVE_BOTH(false, true);

        private final boolean sends;
        private final boolean audio;

        Media(boolean sends, boolean audio) {
            this.sends = sends;
            this.audio = audio;
        }
    }

    private ClientSdp() {}

    /**
     * An offer (RFC 8829), all media in one bundle.
     *
     * @param videoSsrc source of the video; that of audio, if it is offered, is the next number
     */
    static String offer(Media media, int videoSsrc, IceCredentials ice, Fingerprint fingerprint) {
        Stream<String> session = Stream.of(
                "v=0",
                "o=- " + Integer.toUnsignedString(videoSsrc) + " 2 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                media.audio ? "a=group:BUNDLE 0 1" : "a=group:BUNDLE 0");
        Stream<String> video = section("video", VIDEO_TYPE, 0, media.sends, ice, fingerprint);
        Stream<String> feedback = Stream.of(
                "a=rtpmap:" + VIDEO_TYPE + " VP8/90000",
                "a=rtcp-fb:" + VIDEO_TYPE + " ccm fir",
                "a=rtcp-fb:" + VIDEO_TYPE + " nack",
                "a=rtcp-fb:" + VIDEO_TYPE + " nack pli",
                source(videoSsrc));
        Stream<String> audio = media.audio
                ? Stream.concat(
                        section("audio", AUDIO_TYPE, 1, media.sends, ice, fingerprint),
                        Stream.of("a=rtpmap:" + AUDIO_TYPE + " opus/48000/2", source(videoSsrc + 1)))
                : Stream.empty();
        return Stream.of(session, video, feedback, audio)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static Stream<String> section(
            String kind, int payloadType, int mid, boolean sends, IceCredentials ice, Fingerprint fingerprint) {
        return Stream.of(
                "m=" + kind + " 9 UDP/TLS/RTP/SAVPF " + payloadType,
                "c=IN IP4 0.0.0.0",
                "a=rtcp:9 IN IP4 0.0.0.0",
                "a=ice-ufrag:" + ice.ufrag(),
                "a=ice-pwd:" + ice.password(),
                "a=fingerprint:" + fingerprint.algorithm() + " " + fingerprint.value(),
                "a=setup:actpass",
                "a=mid:" + mid,
                sends ? "a=sendonly" : "a=recvonly",
                "a=rtcp-mux");
    }

    private static String source(int ssrc) {
        return "a=ssrc:" + Integer.toUnsignedString(ssrc) + " cname:client";
    }

    /** What an answer says of the server's transport; we take the DTLS role that it leaves us. */
    public static RemoteTransport transport(String answer) {
        String[] fingerprint = attribute(answer, "fingerprint").split(" ", 2);
        DtlsRole role = attribute(answer, "setup").equals("active") ? DtlsRole.SERVER : DtlsRole.CLIENT;
        return new RemoteTransport(
                new IceCredentials(attribute(answer, "ice-ufrag"), attribute(answer, "ice-pwd")),
                new Fingerprint(fingerprint[0], fingerprint[1]),
                role);
    }

    /** Addresses of the UDP host candidates of component 1 in an answer, if it holds any. */
    public static List<InetSocketAddress> candidates(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("a=candidate:"))
                .flatMap(line -> candidate(line.substring("a=".length())))
                .toList();
    }

    /** The address of one candidate (RFC 8839 section 5.1), when it is one that we can use. */
    public static Stream<InetSocketAddress> candidate(String candidate) {
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
