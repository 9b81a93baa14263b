package plenum.meeting;

import java.util.Optional;

/**
 * Where somebody comes from, and who they are.
 *
 * @param browser a random text that the browser keeps; empty when it keeps none
 * @param address network address, for IPv6 the network of 64 bits
 * @param member empty for a guest
 */
public record Caller(String browser, String address, Optional<Member> member) {
    /** A guest. */
    public Caller(String browser, String address) {
        this(browser, address, Optional.empty());
    }

    /** None of it belongs in a log. */
    @Override
    public String toString() {
        return "caller";
    }
}
