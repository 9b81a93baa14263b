package plenum.mediaserver.sdp;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What our own offers contain: payload types and extension ids as browsers number them. */
final class OfferedMedia {
    private static final List<String> VIDEO_FEEDBACK =
            List.of("goog-remb", "transport-cc", "ccm fir", "nack", "nack pli");
    private static final List<String> AUDIO_FEEDBACK = List.of("transport-cc");
    private static final int VIDEO_CLOCK = 90_000;

    private OfferedMedia() {}

    static List<AgreedMedia> all(List<String> preference) {
        List<String> names =
                preference.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
        List<Codec> video = List.of(
                        video(96, "VP8", ""),
                        video(98, "VP9", "profile-id=0"),
                        video(102, "H264", "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f"),
                        video(104, "AV1", ""))
                .stream()
                .sorted(Comparator.comparingInt(
                        codec -> names.contains(codec.name()) ? names.indexOf(codec.name()) : names.size()))
                .toList();
        List<Codec> audio = List.of(
                new Codec(111, "opus", 48_000, 2, "minptime=10;useinbandfec=1", AUDIO_FEEDBACK, Codec.NONE),
                new Codec(0, "PCMU", 8_000, 1, "", List.of(), Codec.NONE),
                new Codec(8, "PCMA", 8_000, 1, "", List.of(), Codec.NONE));
        Map<HeaderExtension, Integer> audioIds = common();
        audioIds.put(HeaderExtension.AUDIO_LEVEL, 1);
        Map<HeaderExtension, Integer> videoIds = common();
        videoIds.put(HeaderExtension.VIDEO_ORIENTATION, 5);
        videoIds.put(HeaderExtension.PLAYOUT_DELAY, 6);
        return List.of(
                new AgreedMedia(0, "audio0", "audio", true, true, audio, null, audioIds, true, List.of()),
                new AgreedMedia(1, "video0", "video", true, true, video, null, videoIds, true, List.of()));
    }

    private static Codec video(int payloadType, String name, String parameters) {
        return new Codec(payloadType, name, VIDEO_CLOCK, 1, parameters, VIDEO_FEEDBACK, payloadType + 1);
    }

    private static Map<HeaderExtension, Integer> common() {
        Map<HeaderExtension, Integer> ids = new EnumMap<>(HeaderExtension.class);
        ids.put(HeaderExtension.ABSOLUTE_SEND_TIME, 2);
        ids.put(HeaderExtension.TRANSPORT_SEQUENCE, 3);
        ids.put(HeaderExtension.MID, 4);
        return ids;
    }
}
