package plenum.mediaserver.object;

/** Is told of the creation and release of objects and sessions; called without any lock held. */
public interface RegistryListener {
    /** On the object's home, before the client that made it hears of it. */
    void created(MediaObject object);

    /** On the object's home, after it was closed. */
    void destroyed(MediaObject object);

    /** On whatever thread ended it. */
    void sessionEnded(String sessionId);
}
