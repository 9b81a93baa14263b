package plenum.mediaserver.object;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The subscriptions of sessions to events. A session that subscribed twice is told once. Safe for all threads; an event and a subscription
 * at the same moment may miss each other.
 */
public final class Subscriptions {
    private final EventDelivery delivery;
    private final Supplier<String> ids;
    private final Map<String, Map<String, Subscription>> byObject = new ConcurrentHashMap<>();

    public Subscriptions(EventDelivery delivery, Supplier<String> ids) {
        this.delivery = delivery;
        this.ids = ids;
    }

    /** Subscribes the session and returns the subscription's id. */
    public String subscribe(String sessionId, MediaObject object, String eventType) {
        if (!object.remoteClass().events().contains(eventType)) {
            throw new RequestRefused(
                    ErrorCode.MEDIA_OBJECT_EVENT_NOT_SUPPORTED, "Event '" + eventType + "' not supported");
        }
        String id = ids.get();
        byObject.compute(object.id(), (objectId, existing) -> {
            Map<String, Subscription> subscriptions = existing == null ? new ConcurrentHashMap<>() : existing;
            subscriptions.put(id, new Subscription(sessionId, eventType));
            return subscriptions;
        });
        return id;
    }

    /** Forgets a subscription; one that is unknown is as good as forgotten. */
    public void unsubscribe(String objectId, String subscriptionId) {
        byObject.computeIfPresent(objectId, (id, subscriptions) -> {
            subscriptions.remove(subscriptionId);
            return subscriptions.isEmpty() ? null : subscriptions;
        });
    }

    public void forgetObject(String objectId) {
        byObject.remove(objectId);
    }

    public void forgetSession(String sessionId) {
        byObject.keySet()
                .forEach(objectId -> byObject.computeIfPresent(objectId, (id, subscriptions) -> {
                    subscriptions
                            .values()
                            .removeIf(subscription -> subscription.sessionId().equals(sessionId));
                    return subscriptions.isEmpty() ? null : subscriptions;
                }));
    }

    /** Tells every session that subscribed to this event of this object. */
    public void publish(MediaEvent event) {
        byObject.getOrDefault(event.objectId(), Map.of()).values().stream()
                .filter(subscription -> subscription.eventType().equals(event.type()))
                .map(Subscription::sessionId)
                .distinct()
                .forEach(sessionId -> delivery.deliver(sessionId, event));
    }

    /** How many are alive. */
    public int count() {
        return byObject.values().stream().mapToInt(Map::size).sum();
    }

    private record Subscription(String sessionId, String eventType) {}
}
