package plenum.whiteboard;

import java.util.Optional;
import java.util.UUID;

/** Stores and reads the pictures of boards. Its methods block. */
public interface BoardPictures {
    /** Bytes of a picture. */
    int LARGEST = 2_000_000;
    /** Pictures of a board. */
    int MOST = 200;

    /** A picture as it was stored. */
    @SuppressWarnings("ArrayRecordComponent")
    record Picture(String type, byte[] bytes) {}

    /** Its id; empty when the board has as many as it may have. */
    Optional<UUID> add(UUID board, Picture picture);

    /** Empty when the board has no such picture. */
    Optional<Picture> find(UUID board, UUID picture);
}
