package plenum.mediaserver.sdp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What both sides agreed to for one section.
 *
 * @param type {@code audio} or {@code video}
 * @param sends whether we may send to the other side
 * @param receives whether the other side may send to us
 * @param simulcast the stream ids under which the other side sends several sizes of one picture, two or more; else empty
 * @param codecs at least one, the preferred first
 * @param redundant how a codec of these may be repeated in audio packets, or null
 */
public record AgreedMedia(
        int index,
        String mid,
        String type,
        boolean sends,
        boolean receives,
        List<Codec> codecs,
        @Nullable RedundantCodec redundant,
        Map<HeaderExtension, Integer> extensions,
        boolean reducedSize,
        List<String> simulcast) {
    public AgreedMedia {
        simulcast = List.copyOf(simulcast);
        codecs = List.copyOf(codecs);
        extensions = Map.copyOf(extensions);
    }

    /** The same in other directions. */
    AgreedMedia directed(boolean weSend, boolean weReceive) {
        return new AgreedMedia(
                index, mid, type, weSend, weReceive, codecs, redundant, extensions, reducedSize, simulcast);
    }

    boolean isSameSection(AgreedMedia other) {
        return index == other.index && mid.equals(other.mid) && type.equals(other.type);
    }

    /** The id of a header extension, or 0 when it was not agreed to. */
    public int extensionId(HeaderExtension extension) {
        return extensions.getOrDefault(extension, 0);
    }

    /** Whether any codec of the section uses this feedback. */
    public boolean feedback(String value) {
        return codecs.stream().anyMatch(codec -> codec.feedback().contains(value));
    }
}
