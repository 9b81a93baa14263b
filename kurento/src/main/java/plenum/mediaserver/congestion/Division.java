package plenum.mediaserver.congestion;

import java.util.Comparator;
import java.util.List;

/**
 * Divides the estimated bandwidth of one client among its video streams. Each gets what its smallest picture needs; the rest goes to the
 * largest tiles first, equal tiles alike, and what one of them cannot use to the next.
 */
public final class Division {
    /** One picture's claim. */
    public interface Claim {
        /** The bit rate in bit/s that it gets in any case. */
        long least();

        /** The higher, the earlier. */
        long priority();

        /** How much of so many bit/s it would use. */
        long usable(long bitsPerSecond);

        void granted(long bitsPerSecond);
    }

    private Division() {}

    public static void divide(long bitsPerSecond, List<? extends Claim> claims) {
        List<? extends Claim> ordered = claims.stream()
                .sorted(Comparator.comparingLong(Claim::priority).reversed())
                .toList();
        long rest = Math.max(
                0, bitsPerSecond - claims.stream().mapToLong(Claim::least).sum());
        for (int i = 0; i < ordered.size(); i++) {
            Claim claim = ordered.get(i);
            long least = claim.least();
            long share = least + rest / equalsFrom(ordered, i);
            claim.granted(share);
            rest -= Math.clamp(claim.usable(share), least, share) - least;
        }
    }

    /** How many claims are alike, from this one on. */
    private static int equalsFrom(List<? extends Claim> ordered, int first) {
        int last = first;
        while (last < ordered.size()
                && ordered.get(last).priority() == ordered.get(first).priority()) {
            last++;
        }
        return last - first;
    }
}
