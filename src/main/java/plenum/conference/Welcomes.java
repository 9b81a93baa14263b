package plenum.conference;

import plenum.meeting.Meeting;
import plenum.protocol.Limits;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;

/** Tells somebody who comes in, or comes back, how things are. */
final class Welcomes {
    private final Meeting meeting;
    private final Surroundings around;
    private final People people;
    private final Stage stage;
    private final Relays relays;

    Welcomes(Meeting meeting, Surroundings around, People people, Stage stage, Relays relays) {
        this.meeting = meeting;
        this.around = around;
        this.people = people;
        this.stage = stage;
        this.relays = relays;
    }

    ServerMessage to(Participant participant, Arrival arrival) {
        var limits = around.settings().meetings();
        return new SessionMessages.Welcome(
                participant.id(),
                arrival.resumeToken(),
                new SessionMessages.Meeting(meeting.name(), meeting.code().toString(), arrival.link()),
                people.all().stream().map(Participant::description).toList(),
                stage.viewing(participant),
                relays.forParticipant(participant),
                new Limits(limits.slots(), limits.audioSlots(), (int)
                        limits.grace().toSeconds()),
                stage.epoch(),
                stage.isAvailable());
    }
}
