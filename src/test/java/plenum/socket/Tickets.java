package plenum.socket;

/** Places for sockets of tests. */
final class Tickets {
    private Tickets() {}

    /** One that has been used, as if its socket were open. */
    static SocketTicket from(SocketBudget budget, String address) {
        if (budget.open(address) instanceof SocketBudget.Answer.Granted(SocketTicket ticket) && ticket.use()) {
            return ticket;
        }
        throw new AssertionError("no place");
    }
}
