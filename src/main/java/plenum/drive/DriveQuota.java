package plenum.drive;

/** How much may be in a drive. */
public interface DriveQuota {
    /** Bytes; {@link Long#MAX_VALUE} where somebody else's server decides. */
    long limit(DriveSpace space);
}
