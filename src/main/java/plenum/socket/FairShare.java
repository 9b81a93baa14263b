package plenum.socket;

import java.util.HashMap;
import java.util.Map;

/**
 * A shared amount, such as memory, with a limit for each address that shrinks as the whole fills: with nothing else in use one address may
 * hold {@code perAddress}, later a part of what is left. An attacker with many addresses cannot use all of it, and an address that holds
 * little still gets some. Switches share their buffers among ports like this (Choudhury and Hahne, "Dynamic queue length thresholds for
 * shared-memory packet switches", 1998). Thread-safe.
 */
final class FairShare {
    private final long total;
    private final long perAddress;
    private final Map<String, Long> held = new HashMap<>();
    private long used;

    /** @param perAddress no more than {@code total} counts */
    FairShare(long total, long perAddress) {
        this.total = total;
        this.perAddress = Math.min(total, perAddress);
    }

    /** Takes an amount for an address; false, and nothing taken, when that would be more than its share. */
    synchronized boolean take(String address, long amount) {
        long own = heldBy(address);
        if (own + amount > share(used - own)) {
            return false;
        }
        held.put(address, own + amount);
        used += amount;
        return true;
    }

    /** Gives back what was taken, or a part of it. */
    synchronized void giveBack(String address, long amount) {
        held.computeIfPresent(address, (key, own) -> own > amount ? own - amount : null);
        used -= amount;
    }

    /** Whether the address itself has half of what one address may ever have, or more: then it is not the others that leave it nothing. */
    synchronized boolean holdsMuch(String address) {
        return 2 * heldBy(address) >= perAddress;
    }

    synchronized long heldBy(String address) {
        return held.getOrDefault(address, 0L);
    }

    synchronized long used() {
        return used;
    }

    private long share(long others) {
        return (long) ((double) perAddress / total * (total - others));
    }
}
