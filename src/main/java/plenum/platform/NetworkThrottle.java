package plenum.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rate limits for network addresses and for the networks around them: an address has {@code burst} events at once and then one every {@code
 * refill}, each larger network of {@link NetworkAddress#around} four times as much. An attacker with many addresses usually has them in few
 * networks. Thread-safe.
 */
public final class NetworkThrottle {
    /** The larger the network, the more people are in it; not as many more as it has addresses. */
    private static final int WIDER = 4;

    private final List<Throttle> steps;

    public NetworkThrottle(int burst, Duration refill, InstantSource clock) {
        steps = IntStream.iterate(1, factor -> factor * WIDER)
                .limit(NetworkAddress.MOST_AROUND)
                .mapToObj(factor -> new Throttle(burst * factor, refill.dividedBy(factor), clock))
                .toList();
    }

    /** Takes one, if the address and all networks around it have one; else nothing is taken. */
    public synchronized boolean tryTake(String address) {
        List<String> networks = NetworkAddress.around(address);
        for (int step = 0; step < networks.size(); step++) {
            if (!steps.get(step).allows(networks.get(step))) {
                return false;
            }
        }
        for (int step = 0; step < networks.size(); step++) {
            steps.get(step).tryTake(networks.get(step));
        }
        return true;
    }
}
