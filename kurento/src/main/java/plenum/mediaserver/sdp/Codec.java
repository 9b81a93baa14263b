package plenum.mediaserver.sdp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A codec with the payload type that one peer gave it, and the payload type of its retransmissions (RFC 4588), or -1.
 *
 * @param parameters the fmtp value, empty when there is none
 * @param feedback the rtcp-fb values
 */
public record Codec(
        int payloadType,
        String name,
        int clockRate,
        int channels,
        String parameters,
        List<String> feedback,
        int retransmissionType) {
    public static final int NONE = -1;

    private static final String DEFAULT_H264_PROFILE = "420010";

    public Codec {
        feedback = List.copyOf(feedback);
    }

    /** Whether a stream of codec {@code published} can be sent to the peer that negotiated this one, as it is. */
    public boolean takes(Codec published) {
        if (!name.equalsIgnoreCase(published.name)
                || clockRate != published.clockRate
                || channels != published.channels) {
            return false;
        }
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "VP9" -> parameter("profile-id", "0").equals(published.parameter("profile-id", "0"));
            case "AV1" -> parameter("profile", "0").equals(published.parameter("profile", "0"));
            case "H264" ->
                parameter("packetization-mode", "0").equals(published.parameter("packetization-mode", "0"))
                        && decodesProfile(published);
            default -> true;
        };
    }

    /** Same profile; the level may differ (RFC 6184 section 8.2.2, level-asymmetry-allowed). Every decoder takes constrained baseline. */
    private boolean decodesProfile(Codec published) {
        String theirs = published.h264Profile();
        return theirs.equals("42e0") || theirs.equals(h264Profile());
    }

    private String h264Profile() {
        String level = parameter("profile-level-id", DEFAULT_H264_PROFILE).toLowerCase(Locale.ROOT);
        return level.length() < 4 ? level : level.substring(0, 4);
    }

    private String parameter(String key, String otherwise) {
        return Arrays.stream(parameters.split(";"))
                .map(String::strip)
                .filter(entry -> entry.startsWith(key + "="))
                .map(entry -> entry.substring(key.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    String rtpmap() {
        return payloadType + " " + name + "/" + clockRate + (channels > 1 ? "/" + channels : "");
    }
}
