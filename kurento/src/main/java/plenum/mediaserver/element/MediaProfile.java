package plenum.mediaserver.element;

import java.util.EnumSet;
import java.util.Set;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.RequestRefused;
import plenum.mediaserver.object.ValueType;

/** Kurento's profiles of recordings. Media are not transcoded, so profiles of other containers are refused. */
enum MediaProfile {
    WEBM,
    MKV,
    MP4,
    WEBM_VIDEO_ONLY,
    WEBM_AUDIO_ONLY,
    MKV_VIDEO_ONLY,
    MKV_AUDIO_ONLY,
    MP4_VIDEO_ONLY,
    MP4_AUDIO_ONLY,
    JPEG_VIDEO_ONLY,
    KURENTO_SPLIT_RECORDER,
    FLV;

    static final ValueType<MediaProfile> TYPE = ValueType.enumeration("MediaProfileSpecType", MediaProfile.class);

    /** The kinds of media that are recorded. */
    Set<MediaKind> kinds() {
        return switch (this) {
            case WEBM, MKV -> EnumSet.allOf(MediaKind.class);
            case WEBM_VIDEO_ONLY, MKV_VIDEO_ONLY -> EnumSet.of(MediaKind.VIDEO);
            case WEBM_AUDIO_ONLY, MKV_AUDIO_ONLY -> EnumSet.of(MediaKind.AUDIO);
            case MP4, MP4_VIDEO_ONLY, MP4_AUDIO_ONLY, JPEG_VIDEO_ONLY, KURENTO_SPLIT_RECORDER, FLV ->
                throw new RequestRefused(
                        ErrorCode.MEDIA_OBJECT_ILLEGAL_PARAM_ERROR,
                        "Media profile " + this
                                + " is not supported: media are recorded as they are received, as WEBM or MKV");
        };
    }
}
