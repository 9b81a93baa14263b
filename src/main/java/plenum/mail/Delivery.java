package plenum.mail;

/** The mail server's answer to a mail. */
sealed interface Delivery {
    record Taken() implements Delivery {}

    /** For good: asking again would not help. */
    record Refused(String why) implements Delivery {}

    /** For now: the server is away, busy, or wrongly set up. */
    record Postponed(String why) implements Delivery {}
}
