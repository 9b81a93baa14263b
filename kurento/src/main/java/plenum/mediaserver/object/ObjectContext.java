package plenum.mediaserver.object;

import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The services that every object needs.
 *
 * @param uuids a new random UUID at each call
 */
public record ObjectContext(
        ObjectRegistry registry, Subscriptions subscriptions, InstantSource clock, Supplier<String> uuids) {}
