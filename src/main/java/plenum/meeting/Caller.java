package plenum.meeting;

/**
 * What is known of a guest's origin: a browser and a network address.
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
