package plenum.mediaserver.sdp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A description of RTP without ICE and DTLS (RFC 3264, RFC 3551): addresses and ports are in it, and so are keys where there are any (RFC
 * 4568). At most one audio and one video section are agreed to.
 */
public final class PlainDescription {
    private static final Set<String> TYPES = Set.of("audio", "video");
    private static final String END = "\r\n";

    private final List<Section> sections;

    /** A section and what comes of it: null for one to be rejected. */
    private record Section(MediaSection read, @Nullable Remote remote) {}

    /**
     * The other end of a section.
     *
     * @param address an IP literal
     * @param crypto the value of the first crypto attribute of a suite that we speak; empty for none
     */
    public record Remote(AgreedMedia media, String address, int rtpPort, int rtcpPort, Optional<String> crypto) {}

    /**
     * Our end of a section.
     *
     * @param crypto the value of the crypto attribute; empty where nothing is protected
     */
    public record Local(int rtpPort, int rtcpPort, int ssrc, Optional<String> crypto) {}

    private PlainDescription(List<Section> sections) {
        this.sections = List.copyOf(sections);
    }

    /**
     * Reads what the other side wrote.
     *
     * @param preference codec names, the most wanted first
     * @param suite name of the crypto suite that we speak; empty for RTP in clear
     */
    public static PlainDescription read(String text, List<String> preference, Optional<String> suite)
            throws SdpException {
        SessionDescription description = SessionDescription.parse(text);
        List<String> addresses = addresses(text);
        CodecReader codecs = new CodecReader(preference);
        Set<String> taken = new HashSet<>();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < description.media().size(); i++) {
            MediaSection section = description.media().get(i);
            Remote remote = taken.contains(section.type()) ? null : remote(section, i, addresses.get(i), codecs, suite);
            if (remote != null) {
                taken.add(section.type());
            }
            sections.add(new Section(section, remote));
        }
        return new PlainDescription(sections);
    }

    private static @Nullable Remote remote(
            MediaSection section, int index, String address, CodecReader codecs, Optional<String> suite)
            throws SdpException {
        Optional<String> crypto = suite.flatMap(name -> section.attributes()
                .values("crypto")
                .filter(value -> value.contains(" " + name + " "))
                .findFirst());
        List<Codec> common = codecs.read(section);
        if (!TYPES.contains(section.type())
                || section.port() == 0
                || !isOfProfile(section, suite.isPresent())
                || suite.isPresent() && crypto.isEmpty()
                || common.isEmpty()) {
            return null;
        }
        Direction ours = section.direction().mirrored();
        AgreedMedia media = new AgreedMedia(
                index,
                "",
                section.type(),
                ours.sends,
                ours.receives,
                common.stream().map(PlainDescription::withoutRepair).toList(),
                null,
                Map.of(),
                false,
                List.of());
        return new Remote(media, address, section.port(), rtcpPort(section), crypto);
    }

    /** A second stream of repairs would need a port or an identifier of its own: what is lost is asked for again in the first. */
    private static Codec withoutRepair(Codec codec) {
        List<String> feedback = codec.feedback().stream()
                .filter(value -> !value.equals("transport-cc") && !value.equals("goog-remb"))
                .toList();
        return new Codec(
                codec.payloadType(),
                codec.name(),
                codec.clockRate(),
                codec.channels(),
                codec.parameters(),
                feedback,
                Codec.NONE);
    }

    private static boolean isOfProfile(MediaSection section, boolean secure) {
        String profile = secure ? "RTP/SAVP" : "RTP/AVP";
        return section.protocol().equals(profile) || section.protocol().equals(profile + "F");
    }

    /** RFC 3605; the next port where nothing is said. */
    private static int rtcpPort(MediaSection section) throws SdpException {
        String value = section.attributes().first("rtcp");
        if (value == null) {
            return section.port() + 1;
        }
        String number = value.split(" ", 2)[0];
        if (!number.matches("\\d{1,5}") || Integer.parseInt(number) > 0xFFFF) {
            throw new SdpException("rtcp has no such port");
        }
        return Integer.parseInt(number);
    }

    /** Of each section its connection's address, or that of the session; empty where there is none. */
    private static List<String> addresses(String text) {
        List<String> found = new ArrayList<>();
        String session = "";
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("m=")) {
                found.add(session);
            } else if (line.startsWith("c=")) {
                String[] parts = line.substring(2).split("\\s+");
                String address = parts.length < 3 ? "" : parts[2].split("/", 2)[0];
                if (found.isEmpty()) {
                    session = address;
                } else {
                    found.set(found.size() - 1, address);
                }
            }
        }
        return found;
    }

    /** The sections that both sides agree to. */
    public List<Remote> agreed() {
        List<Remote> agreed = new ArrayList<>();
        for (Section section : sections) {
            if (section.remote != null) {
                agreed.add(section.remote);
            }
        }
        return agreed;
    }

    /**
     * Writes the answer to what was read.
     *
     * @param local our ends, by type
     */
    public String answer(String sessionId, String address, String cname, Map<String, Local> local) {
        StringBuilder text = session(sessionId, address);
        for (Section section : sections) {
            Local ours = section.remote == null ? null : local.get(section.read.type());
            if (section.remote == null || ours == null) {
                line(
                        text,
                        "m",
                        section.read.type() + " 0 " + section.read.protocol() + " "
                                + String.join(" ", section.read.formats()));
                line(text, "a", "inactive");
            } else {
                media(text, section.remote.media, section.read.protocol(), ours, cname);
            }
        }
        return text.toString();
    }

    /** Offers audio and video, both directions. */
    public static String offer(
            String sessionId, String address, String cname, List<String> preference, Map<String, Local> local) {
        StringBuilder text = session(sessionId, address);
        for (AgreedMedia offered : OfferedMedia.all(preference)) {
            Local ours = local.get(offered.type());
            if (ours != null) {
                AgreedMedia plain = new AgreedMedia(
                        offered.index(),
                        "",
                        offered.type(),
                        true,
                        true,
                        offered.codecs().stream()
                                .map(PlainDescription::withoutRepair)
                                .toList(),
                        null,
                        Map.of(),
                        false,
                        List.of());
                media(text, plain, ours.crypto.isPresent() ? "RTP/SAVPF" : "RTP/AVPF", ours, cname);
            }
        }
        return text.toString();
    }

    private static StringBuilder session(String sessionId, String address) {
        String family = address.indexOf(':') < 0 ? "IN IP4 " : "IN IP6 ";
        StringBuilder text = new StringBuilder();
        line(text, "v", "0");
        line(text, "o", "- " + sessionId + " 1 " + family + address);
        line(text, "s", "-");
        line(text, "c", family + address);
        line(text, "t", "0 0");
        return text;
    }

    private static void media(StringBuilder text, AgreedMedia media, String protocol, Local ours, String cname) {
        boolean feedback = protocol.endsWith("F");
        List<String> formats = media.codecs().stream()
                .map(codec -> Integer.toString(codec.payloadType()))
                .toList();
        line(text, "m", media.type() + " " + ours.rtpPort + " " + protocol + " " + String.join(" ", formats));
        line(text, "a", direction(media).toString());
        line(text, "a", "rtcp:" + ours.rtcpPort);
        ours.crypto.ifPresent(crypto -> line(text, "a", "crypto:" + crypto));
        for (Codec codec : media.codecs()) {
            line(text, "a", "rtpmap:" + codec.rtpmap());
            if (!codec.parameters().isEmpty()) {
                line(text, "a", "fmtp:" + codec.payloadType() + " " + codec.parameters());
            }
            if (feedback) {
                codec.feedback().forEach(value -> line(text, "a", "rtcp-fb:" + codec.payloadType() + " " + value));
            }
        }
        line(text, "a", "ssrc:" + Integer.toUnsignedString(ours.ssrc) + " cname:" + cname);
    }

    private static Direction direction(AgreedMedia media) {
        if (media.sends()) {
            return media.receives() ? Direction.SENDRECV : Direction.SENDONLY;
        }
        return media.receives() ? Direction.RECVONLY : Direction.INACTIVE;
    }

    private static void line(StringBuilder text, String type, String value) {
        text.append(type).append('=').append(value).append(END);
    }
}
