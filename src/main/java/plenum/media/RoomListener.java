package plenum.media;

/** Is told of the events of a {@link MediaRoom}. */
public interface RoomListener {
    /** The room and all in it are gone, with their media server or without it. */
    void roomFailed();
}
