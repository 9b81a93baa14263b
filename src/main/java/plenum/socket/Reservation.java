package plenum.socket;

/** The part of a {@link FairShare} that one socket holds. Thread-safe. */
final class Reservation {
    private final FairShare share;
    private final String address;
    private long amount;
    private boolean closed;

    Reservation(FairShare share, String address) {
        this.share = share;
        this.address = address;
    }

    /** Holds this amount from now on, instead of the one before; false, and all as before, when there is no more or the socket is gone. */
    synchronized boolean hold(long wanted) {
        if (closed || (wanted > amount && !share.take(address, wanted - amount))) {
            return false;
        }
        if (wanted < amount) {
            share.giveBack(address, amount - wanted);
        }
        amount = wanted;
        return true;
    }

    /** Gives everything back, for good. */
    synchronized void close() {
        if (!closed && amount > 0) {
            share.giveBack(address, amount);
        }
        closed = true;
        amount = 0;
    }
}
