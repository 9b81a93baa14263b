package plenum.drive;

/** An item was deleted while somebody was about to change it. */
public final class NoSuchItemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchItemException() {
        super("no such item", null, false, false);
    }
}
