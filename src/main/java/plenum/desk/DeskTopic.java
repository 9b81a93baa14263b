package plenum.desk;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.protocol.DeskMessages;
import plenum.protocol.DeskMessages.DeskTicket;
import plenum.protocol.Failed;

/** Gives moderators tickets for their desks. */
public final class DeskTopic implements Topic<DeskMessages.Ask> {
    private final Conference conference;
    private final DeskTickets tickets;

    public DeskTopic(Conference conference, DeskTickets tickets) {
        this.conference = conference;
        this.tickets = tickets;
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, DeskMessages.Ask message) {
        return switch (message) {
            case DeskMessages.OpenDesk open -> {
                by.send(new DeskTicket(tickets.issue(conference, by.id()), (int) DeskTickets.GOOD_FOR.toSeconds()));
                yield Optional.empty();
            }
        };
    }
}
