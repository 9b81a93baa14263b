package plenum.conference;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import plenum.meeting.Attendances;
import plenum.meeting.Role;

/** Gives participants roles. A role holds once it is stored, on all devices of a person. Belongs to the conference's mailbox. */
public final class Roles {
    private final People people;
    private final Attendances attendances;
    private final Ledger ledger;
    private final Consumer<Participant> onChange;

    /** @param onChange given each participant whose role has changed */
    Roles(People people, Attendances attendances, Ledger ledger, Consumer<Participant> onChange) {
        this.people = people;
        this.attendances = attendances;
        this.ledger = ledger;
        this.onChange = onChange;
    }

    /**
     * While the role is being stored, other moderators may leave or be demoted: the last moderator stays one.
     *
     * @param done called when the role holds
     * @param refused called instead when the participant stays the last moderator
     * @param failed called instead when it could not be stored
     */
    public void give(Participant participant, Role role, Runnable done, Runnable refused, Runnable failed) {
        List<UUID> places = people.devicesOf(participant).stream()
                .map(device -> device.attendance().id())
                .toList();
        ledger.keep(
                () -> places.forEach(place -> attendances.setRole(place, role)),
                () -> {
                    if (!role.moderates() && isLastModerator(participant)) {
                        ledger.keep(() -> places.forEach(place -> attendances.setRole(place, Role.MODERATOR)));
                        refused.run();
                        return;
                    }
                    for (Participant device : people.devicesOf(participant)) {
                        device.become(device.attendance().withRole(role));
                        onChange.accept(device);
                    }
                    done.run();
                },
                failed);
    }

    /** Whether nobody but this person moderates. */
    public boolean isLastModerator(Participant participant) {
        return people.moderators().stream()
                .allMatch(moderator -> moderator.person().equals(participant.person()));
    }
}
