package plenum.meeting;

import java.time.Duration;
import java.util.Optional;

/**
 * The limits of wrong guesses in any hour. An address and the networks around it have a limit each. All together have a budget; when it is
 * used up, guesses come from many networks, and a reserve remains for networks that have not guessed wrong yet. Each region of the network
 * gets a part of the reserve only, so that the owner of one region cannot use it up.
 *
 * @param address wrong ones of one address (for IPv6, of a network of 64 bits)
 * @param subnet of a network of 56 bits
 * @param site of a network of 48 bits; for IPv4, of 24
 * @param budget of all
 * @param reserve of all, on top
 * @param region part of the reserve for a network of 32 bits; for IPv4, of 16
 */
public record GuessLimits(int address, int subnet, int site, int budget, int reserve, int region) {
    public static final Duration WINDOW = Duration.ofHours(1);

    /** A thousand an hour, from everywhere together, find one of 10,000 meetings in six weeks. */
    public static final GuessLimits STANDARD = new GuessLimits(10, 20, 40, 500, 500, 5);

    /**
     * Wrong ones in the last hour.
     *
     * @param region those that were taken from the reserve
     */
    public record Counted(long address, long subnet, long site, long all, long region) {}

    /** Empty when one more is allowed. */
    public Optional<CodeTries.Refused> refuse(Counted wrong) {
        if (wrong.address >= address || wrong.subnet >= subnet || wrong.site >= site) {
            return Optional.of(CodeTries.Refused.TOO_MANY_FROM_THERE);
        }
        boolean inReserve = wrong.all < budget + reserve && wrong.site == 0 && wrong.region < region;
        return isReserved(wrong) && !inReserve ? Optional.of(CodeTries.Refused.TOO_MANY_AT_ALL) : Optional.empty();
    }

    /** Whether one more is taken from the reserve. */
    public boolean isReserved(Counted wrong) {
        return wrong.all >= budget;
    }
}
