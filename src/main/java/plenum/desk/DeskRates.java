package plenum.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import plenum.platform.TokenBucket;
import plenum.protocol.ClientMessage;
import plenum.protocol.Rate;

/** How often each message may be sent from one desk: as often as from one tab. Thread-safe. */
final class DeskRates {
    private final InstantSource clock;
    private final Map<Class<?>, TokenBucket> buckets = new HashMap<>();

    DeskRates(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean admit(ClientMessage message) {
        return buckets.computeIfAbsent(message.getClass(), this::bucket).tryTake(1);
    }

    private TokenBucket bucket(Class<?> message) {
        Rate rate = message.getAnnotation(Rate.class);
        if (rate == null) {
            throw new IllegalStateException(message + " declares no rate");
        }
        return new TokenBucket(rate.burst(), Duration.ofMinutes(1).dividedBy(rate.perMinute()), clock);
    }
}
