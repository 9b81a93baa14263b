package plenum.account;

/**
 * Where a try comes from.
 *
 * @param address network address, as throttles count it
 * @param device the browser, in words
 */
record Visit(String address, String device) {
    /** Addresses belong in no log. */
    @Override
    public String toString() {
        return "visit";
    }
}
