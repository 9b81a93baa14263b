package plenum.account;

/** Whether an account may sign in. */
public enum AccountState {
    ACTIVE,
    /** Registered, and an admin has not said yes yet. */
    PENDING,
    DISABLED
}
