package plenum.door;

import java.util.concurrent.Executor;
import plenum.meeting.PasswordHashing;

/**
 * The services that the door topics of all conferences share.
 *
 * @param threads runs what may block
 */
public record DoorServices(PasswordHashing hashing, PasswordChanges changes, Executor threads) {}
