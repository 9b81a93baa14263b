package plenum.mediaserver.object;

/** Takes events to the sessions that asked for them. Callable from any thread, never blocks, keeps the order of each caller. */
@FunctionalInterface
public interface EventDelivery {
    void deliver(String sessionId, MediaEvent event);
}
