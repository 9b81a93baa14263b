package plenum.door;

import java.util.concurrent.Executor;
import plenum.meeting.PasswordHashing;

/**
 * What the doors of all conferences share.
 *
 * @param threads runs what may block
 */
public record DoorServices(PasswordHashing hashing, PasswordChanges changes, Executor threads) {}
