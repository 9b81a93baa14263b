package plenum.mediaserver.flow;

import java.util.function.LongSupplier;
import plenum.mediaserver.rtp.NtpTime;

/** The server's wall clock as NTP time: monotonic from its creation, so that it never jumps while streams run. */
public final class ServerClock {
    private final LongSupplier nanoTime;
    private final long epochOffset;

    /** @param epochNanos nanoseconds since 1970, now */
    public ServerClock(LongSupplier nanoTime, long epochNanos) {
        this.nanoTime = nanoTime;
        this.epochOffset = epochNanos - nanoTime.getAsLong();
    }

    public long nanoTime() {
        return nanoTime.getAsLong();
    }

    /** Nanoseconds since 1970. */
    public long epochNanos() {
        return nanoTime.getAsLong() + epochOffset;
    }

    public long ntp() {
        return NtpTime.fromEpochNanos(epochNanos());
    }
}
