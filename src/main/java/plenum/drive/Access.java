package plenum.drive;

/** What somebody may do with an item and all that is in it; each may do what those before it may. */
public enum Access {
    NONE,
    READ,
    /** Add, change, rename, move within it, throw away. */
    WRITE,
    /** Share, delete for good. */
    OWN;

    public boolean allows(Access needed) {
        return compareTo(needed) >= 0;
    }
}
