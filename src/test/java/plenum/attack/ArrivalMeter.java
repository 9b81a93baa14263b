package plenum.attack;

/** Packets of one stream as they arrive: how many, and the longest silence. On the loop of its pulse. */
final class ArrivalMeter {
    private final Pulse pulse;
    private long packets;
    private long last;
    private long longest;

    ArrivalMeter(Pulse pulse) {
        this.pulse = pulse;
    }

    void restart(long now) {
        packets = 0;
        longest = 0;
        last = now;
    }

    void arrived(long now) {
        packets++;
        longest = Math.max(longest, pulse.silence(last, now));
        last = now;
    }

    long packets() {
        return packets;
    }

    /** In nanoseconds, up to now. */
    long longestSilence(long now) {
        return Math.max(longest, pulse.silence(last, now));
    }
}
