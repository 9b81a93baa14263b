package plenum.signaling;

import java.util.Map;
import java.util.stream.Collectors;
import plenum.protocol.ClientMessage;
import plenum.protocol.Rate;
import plenum.socket.RateLimit;

/** The rate of each message, as its record declares it. Making it fails when a message declares none. */
final class MessageRates {
    private final Map<Class<?>, RateLimit.Rate> rates =
            ClientMessage.types().collect(Collectors.toUnmodifiableMap(type -> type, MessageRates::declared));

    RateLimit.Rate of(Class<?> message) {
        RateLimit.Rate rate = rates.get(message);
        if (rate == null) {
            throw new IllegalArgumentException(message + " is no message");
        }
        return rate;
    }

    private static RateLimit.Rate declared(Class<?> message) {
        Rate rate = message.getAnnotation(Rate.class);
        if (rate == null) {
            throw new IllegalStateException(message + " declares no rate");
        }
        return RateLimit.Rate.perMinute(rate.burst(), rate.perMinute());
    }
}
