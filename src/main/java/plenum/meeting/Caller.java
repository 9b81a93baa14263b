package plenum.meeting;

/**
 * Where somebody comes from, as far as that can be told of a guest.
 *
 * @param browser a random text that the browser keeps; empty when it keeps none
 * @param address network address, for IPv6 the network of 64 bits
 */
public record Caller(String browser, String address) {

    /** Neither belongs in a log. */
    @Override
    public String toString() {
        return "caller";
    }
}
