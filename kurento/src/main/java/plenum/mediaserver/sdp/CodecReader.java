package plenum.mediaserver.sdp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in a section the codecs that we forward, best first, each with its retransmission type. */
final class CodecReader {
    private static final Set<String> AUDIO = Set.of("OPUS", "PCMU", "PCMA");
    private static final Set<String> VIDEO = Set.of("VP8", "VP9", "H264", "AV1");
    private static final Set<String> FEEDBACK = Set.of("nack", "nack pli", "ccm fir", "goog-remb", "transport-cc");
    private static final Map<String, String> STATIC_TYPES = Map.of("0", "PCMU/8000", "8", "PCMA/8000");
    private static final int MAX_PAYLOAD_TYPE = 127;

    private final List<String> preference;

    /** @param preference codec names, the most wanted first; others follow in the order of the description */
    CodecReader(List<String> preference) {
        this.preference =
                preference.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
    }

    List<Codec> read(MediaSection section) {
        Set<String> supported = section.type().equals("video") ? VIDEO : AUDIO;
        Map<String, String> parameters = byPayloadType(section, "fmtp");
        Map<String, String> maps = new HashMap<>(STATIC_TYPES);
        maps.putAll(byPayloadType(section, "rtpmap"));
        Map<String, String> retransmissions = retransmissions(section, maps, parameters);
        List<Codec> codecs = new ArrayList<>();
        for (String format : section.formats()) {
            String[] map = maps.getOrDefault(format, "").split("/");
            int payloadType = number(format);
            if (map.length >= 2 && payloadType >= 0 && supported.contains(map[0].toUpperCase(Locale.ROOT))) {
                int channels = map.length > 2 ? Math.max(1, number(map[2])) : 1;
                int repair = number(retransmissions.get(format));
                codecs.add(new Codec(
                        payloadType,
                        map[0],
                        Math.max(1, clockRate(map[1])),
                        channels,
                        parameters.getOrDefault(format, ""),
                        feedback(section, format),
                        repair));
            }
        }
        codecs.sort(Comparator.comparingInt(this::rank));
        return codecs;
    }

    /** How the section repeats one of its codecs in audio packets (RFC 2198 section 5), or null when it does not. */
    @Nullable
    RedundantCodec redundancy(MediaSection section, List<Codec> codecs) {
        Map<String, String> maps = byPayloadType(section, "rtpmap");
        Map<String, String> parameters = byPayloadType(section, "fmtp");
        for (String format : section.formats()) {
            boolean redundant =
                    maps.getOrDefault(format, "").toLowerCase(Locale.ROOT).startsWith("red/");
            List<String> blocks = List.of(parameters.getOrDefault(format, "").split("/"));
            for (Codec codec : redundant && number(format) >= 0 ? codecs : List.<Codec>of()) {
                boolean same = blocks.stream().allMatch(Integer.toString(codec.payloadType())::equals);
                if (same && blocks.size() > 1) {
                    return new RedundantCodec(number(format), codec);
                }
            }
        }
        return null;
    }

    private int rank(Codec codec) {
        int rank = preference.indexOf(codec.name().toUpperCase(Locale.ROOT));
        return rank < 0 ? preference.size() : rank;
    }

    private static Map<String, String> byPayloadType(MediaSection section, String attribute) {
        Map<String, String> values = new HashMap<>();
        section.attributes().values(attribute).forEach(value -> {
            String[] parts = value.split(" ", 2);
            if (parts.length == 2) {
                values.put(parts[0], parts[1].strip());
            }
        });
        return values;
    }

    /** From a codec's payload type to that of its RTX, by {@code apt} (RFC 4588 section 8.1). */
    private static Map<String, String> retransmissions(
            MediaSection section, Map<String, String> maps, Map<String, String> parameters) {
        Map<String, String> result = new HashMap<>();
        for (String format : section.formats()) {
            String associated = parameters.getOrDefault(format, "");
            if (maps.getOrDefault(format, "").toLowerCase(Locale.ROOT).startsWith("rtx/")
                    && associated.startsWith("apt=")) {
                result.put(associated.substring(4).split(";", 2)[0].strip(), format);
            }
        }
        return result;
    }

    private static List<String> feedback(MediaSection section, String format) {
        List<String> feedback = new ArrayList<>();
        section.attributes().values("rtcp-fb").forEach(value -> {
            String[] parts = value.split(" ", 2);
            boolean meant = parts.length == 2 && (parts[0].equals(format) || parts[0].equals("*"));
            if (meant && FEEDBACK.contains(parts[1].strip())) {
                feedback.add(parts[1].strip());
            }
        });
        return feedback;
    }

    private static int clockRate(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return Codec.NONE;
        }
    }

    /** A payload type or channel count, or -1. */
    private static int number(@Nullable String text) {
        try {
            int number = text == null ? Codec.NONE : Integer.parseInt(text);
            return number > MAX_PAYLOAD_TYPE ? Codec.NONE : number;
        } catch (NumberFormatException e) {
            return Codec.NONE;
        }
    }
}
