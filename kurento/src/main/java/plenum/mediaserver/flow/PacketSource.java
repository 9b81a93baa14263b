package plenum.mediaserver.flow;

/** A stream that can be taken: what a publisher sends of one kind. Lives on its pipeline's event loop. */
public interface PacketSource {
    MediaKind kind();
}
