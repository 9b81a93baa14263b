package plenum.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeTimers;
import plenum.platform.Settings;
import plenum.socket.SocketBudget.Answer;

@Tag("socket")
class SocketBudgetTest {
    private final FakeTimers time = new FakeTimers();
    private final SocketBudget budget = new SocketBudget(new Settings.Sockets(100, 20, 8), time);

    @Test
    void anAddressWithTooManySocketsIsToldSo() {
        List<SocketTicket> open = openAll("school");
        assertThat(open).hasSize(20);
        assertThat(budget.open("school")).isEqualTo(new Answer.Refused(429));
        open.getFirst().close();
        open.getFirst().close();
        assertThat(openAll("school")).hasSize(1);
        assertThat(budget.open("other")).isInstanceOf(Answer.Granted.class);
    }

    @Test
    void whoKnocksHasAPartOfAllPlaces() {
        int strangers = 0;
        for (int address = 0; address < 1000; address++) {
            strangers += openAll("stranger " + address).size();
        }
        assertThat(strangers).isBetween(25, 30);
        assertThat(budget.open("one more")).isEqualTo(new Answer.Refused(503));
    }

    @Test
    void whoIsInTakesNoPlaceOfThoseWhoKnock() {
        for (int person = 0; person < 60; person++) {
            Tickets.from(budget, "home " + person).admitted();
        }
        assertThat(budget.used()).isEqualTo(60);
        assertThat(openAll("stranger")).isNotEmpty();
    }

    @Test
    void aHandshakeThatNeverBecomesASocketLosesItsPlace() {
        List<SocketTicket> open = openAll("school");
        open.getFirst().use();
        time.pass(SocketBudget.HANDSHAKE_WITHIN);
        assertThat(openAll("school")).hasSize(19);
        assertThat(open.getFirst().use()).isTrue();
        assertThat(open.get(1).use()).isFalse();
    }

    @Test
    void aClosedTicketReservesNothing() {
        SocketTicket ticket = Tickets.from(budget, "home");
        assertThat(ticket.incoming().hold(1000)).isTrue();
        assertThat(ticket.outgoing().hold(500)).isTrue();
        assertThat(budget.memory()).isEqualTo(1500);
        assertThat(ticket.incoming().hold(200)).isTrue();
        assertThat(budget.memory()).isEqualTo(700);
        ticket.close();
        assertThat(budget.memory()).isZero();
        assertThat(ticket.incoming().hold(1)).isFalse();
        assertThat(budget.used()).isZero();
    }

    private List<SocketTicket> openAll(String address) {
        List<SocketTicket> tickets = new ArrayList<>();
        while (budget.open(address) instanceof Answer.Granted(SocketTicket ticket)) {
            tickets.add(ticket);
        }
        return tickets;
    }
}
