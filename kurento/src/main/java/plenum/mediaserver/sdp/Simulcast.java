package plenum.mediaserver.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads which streams of simulcast a section offers to send (RFC 8853 section 5.1, RFC 8851). */
final class Simulcast {
    /** More sizes than a stage has use for cost the publisher, and us, for nothing. */
    private static final int MAX_STREAMS = 3;

    private static final Pattern STREAM_ID = Pattern.compile("[A-Za-z0-9_-]{1,16}");

    private Simulcast() {}

    /**
     * The stream ids to accept, in the order of the offer; empty when it is not simulcast, or its packets could not be told apart. Of
     * alternatives the first is taken; streams that begin paused are taken like others.
     */
    static List<String> offered(MediaSection section, Map<HeaderExtension, Integer> extensions) {
        String value = section.attributes().first("simulcast");
        if (value == null || !extensions.containsKey(HeaderExtension.RID)) {
            return List.of();
        }
        Set<String> declared = section.attributes()
                .values("rid")
                .map(rid -> rid.split("\\s+"))
                .filter(words -> words.length >= 2 && words[1].equals("send"))
                .map(words -> words[0])
                .collect(Collectors.toSet());
        List<String> ids = new ArrayList<>();
        for (String stream : sent(value).split(";", -1)) {
            String id = stream.split(",", 2)[0].replaceFirst("^~", "");
            boolean usable = declared.contains(id) && STREAM_ID.matcher(id).matches() && !ids.contains(id);
            if (usable && ids.size() < MAX_STREAMS) {
                ids.add(id);
            }
        }
        return ids.size() > 1 ? ids : List.of();
    }

    /** The list behind the word "send", which may stand before or behind that of "recv". */
    private static String sent(String value) {
        String[] words = value.split("\\s+");
        for (int i = 0; i + 1 < words.length; i += 2) {
            if (words[i].equals("send")) {
                return words[i + 1];
            }
        }
        return "";
    }
}
