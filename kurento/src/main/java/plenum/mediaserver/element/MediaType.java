package plenum.mediaserver.element;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.object.ValueType;

/** The types of media of a connection, in the order in which connections are listed. DATA is accepted and carries nothing yet. */
enum MediaType {
    AUDIO(MediaKind.AUDIO),
    DATA(null),
    VIDEO(MediaKind.VIDEO);

    static final ValueType<MediaType> TYPE = ValueType.enumeration("MediaType", MediaType.class);

    /** The order in which a connection of everything is made and told. */
    static final List<MediaType> CONNECTING_ORDER = List.of(AUDIO, VIDEO, DATA);

    private final Optional<MediaKind> kind;

    MediaType(@Nullable MediaKind kind) {
        this.kind = Optional.ofNullable(kind);
    }

    /** The packets that it carries, if it carries any. */
    Optional<MediaKind> kind() {
        return kind;
    }

    static MediaType of(MediaKind kind) {
        return switch (kind) {
            case AUDIO -> AUDIO;
            case VIDEO -> VIDEO;
        };
    }
}
