package plenum.mediaserver.rtp;

import java.time.Instant;

/** NTP timestamps (RFC 3550 section 4): 32 bits of seconds since 1900, 32 bits of fraction. */
public final class NtpTime {
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
    private static final double FRACTION = 4_294_967_296.0;

    private NtpTime() {}

    /** {@code nanos} since 1970 as an NTP timestamp. */
    public static long fromEpochNanos(long nanos) {
        long seconds = Math.floorDiv(nanos, 1_000_000_000L) + SECONDS_1900_TO_1970;
        long fraction = (long) (Math.floorMod(nanos, 1_000_000_000L) * FRACTION / 1e9);
        return seconds << 32 | fraction & 0xFFFFFFFFL;
    }

    /** Nanoseconds since 1970 of an NTP timestamp of the era that began in 1900. */
    public static long toEpochNanos(long ntp) {
        long seconds = (ntp >>> 32) - SECONDS_1900_TO_1970;
        return seconds * 1_000_000_000L + Math.round((ntp & 0xFFFFFFFFL) * 1e9 / FRACTION);
    }

    /** Nanoseconds since 1970 of an instant. */
    public static long epochNanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    /** The middle 32 bits, as reports carry them. */
    public static int compact(long ntp) {
        return (int) (ntp >>> 16);
    }

    /** The 24-bit absolute send time: 6 bits of seconds, 18 of fraction (goog abs-send-time extension). */
    public static int absoluteSendTime(long ntp) {
        return (int) (ntp >>> 14) & 0xFFFFFF;
    }
}
