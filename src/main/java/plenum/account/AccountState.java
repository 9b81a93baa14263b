package plenum.account;

/** Whether an account can be used. */
public enum AccountState {
    ACTIVE,
    /** Registered, and an admin has not said yes yet. */
    PENDING,
    DISABLED
}
