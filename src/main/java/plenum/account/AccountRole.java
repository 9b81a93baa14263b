package plenum.account;

/** The role of an account on this server. In a meeting, the roles of {@code plenum.meeting} count. */
public enum AccountRole {
    USER,
    ADMIN,
    /** A person from outside of the organisation. */
    EXTERNAL
}
