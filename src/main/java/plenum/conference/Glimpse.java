package plenum.conference;

import java.time.Instant;
import java.util.UUID;

/**
 * A meeting that is going on, as admins see it: who is in it is not their business.
 *
 * @param people with a place in it, second devices included
 * @param reconnecting of those, without a connection at the moment
 * @param withoutMedia of those, whom neither sound nor pictures reach
 */
public record Glimpse(
        UUID meeting, String name, String code, Instant since, int people, int reconnecting, int withoutMedia) {}
