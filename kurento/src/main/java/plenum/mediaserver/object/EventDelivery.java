package plenum.mediaserver.object;

/** Delivers events to the sessions that subscribed to them. Callable from any thread, never blocks, keeps the order of each caller. */
@FunctionalInterface
public interface EventDelivery {
    void deliver(String sessionId, MediaEvent event);
}
