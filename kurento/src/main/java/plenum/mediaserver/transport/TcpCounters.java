package plenum.mediaserver.transport;

import java.util.concurrent.atomic.LongAdder;

/** Counters of the traffic of a port's connections, from every loop. */
final class TcpCounters {
    private final LongAdder packetsIn = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder strangers = new LongAdder();
    private final LongAdder packetsOut = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    void received(int bytes) {
        packetsIn.increment();
        bytesIn.add(bytes);
    }

    void sent(int bytes) {
        packetsOut.increment();
        bytesOut.add(bytes);
    }

    void stranger() {
        strangers.increment();
    }

    void dropped() {
        dropped.increment();
    }

    PortTraffic traffic() {
        return new PortTraffic(
                new PortTraffic.Direction(packetsIn.sum(), bytesIn.sum(), packetsIn.sum(), strangers.sum()),
                new PortTraffic.Direction(packetsOut.sum(), bytesOut.sum(), packetsOut.sum(), dropped.sum()));
    }
}
