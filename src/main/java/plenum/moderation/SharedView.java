package plenum.moderation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages.FollowView;
import plenum.protocol.ModerationMessages.RoomState;
import plenum.protocol.RoomSwitch;
import plenum.protocol.ServerMessage;

/**
 * What moderators make everybody look at: the spotlighted participant, and the view of a moderator who leads. Sends it, with the rules, as
 * {@link RoomState}. Belongs to the conference's mailbox; an answer that holds a code means that nothing changed.
 */
final class SharedView {
    private final Conference conference;
    private @Nullable String spotlight;
    private @Nullable String leader;
    private @Nullable String beside;
    private @Nullable FollowView view;

    SharedView(Conference conference) {
        this.conference = conference;
    }

    /** Shows a participant large to everybody; null: nobody. */
    Optional<Failed.Code> spotlight(@Nullable String participant, Participant by) {
        Optional<Participant> target = participant == null ? Optional.empty() : conference.find(participant);
        if (participant != null && target.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        spotlight = participant;
        tell();
        conference.noted(
                by, AuditAction.SPOTLIGHT, target.map(Participant::name).orElse(null));
        return Optional.empty();
    }

    /** Keeps a participant large beside whoever speaks or shares, for everybody; null: nobody. */
    Optional<Failed.Code> keepBeside(@Nullable String participant, Participant by) {
        Optional<Participant> target = participant == null ? Optional.empty() : conference.find(participant);
        if (participant != null && target.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        beside = participant;
        tell();
        conference.noted(
                by, AuditAction.KEEP_BESIDE, target.map(Participant::name).orElse(null));
        return Optional.empty();
    }

    /** A moderator begins to lead everybody's view, in the place of the one who did, or ends it. */
    Optional<Failed.Code> lead(boolean on, Participant by) {
        if (on == by.id().equals(leader) || (!on && leader == null)) {
            return Optional.empty();
        }
        leader = on ? by.id() : null;
        view = null;
        tell();
        conference.noted(by, on ? AuditAction.LEAD : AuditAction.STOP_LEADING, null);
        return Optional.empty();
    }

    /** The leader's view changed: those in the leader's room are sent it. */
    Optional<Failed.Code> show(FollowView shown, Participant by) {
        if (!by.id().equals(leader)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        view = new FollowView(shown.layout(), shown.participant(), false);
        conference.people().in(by.room()).stream().filter(other -> other != by).forEach(other -> other.send(shown));
        return Optional.empty();
    }

    /** Sends a participant who comes in the rules, and the view if its leader is in the same room. */
    void greet(Participant newcomer) {
        newcomer.send(state());
        boolean together = Optional.ofNullable(leader)
                .flatMap(conference::find)
                .filter(leading -> leading.room().equals(newcomer.room()))
                .isPresent();
        if (view != null && together) {
            newcomer.send(view);
        }
    }

    /** A participant left: leads no more, and is not spotlighted any more. */
    void left(Participant participant) {
        boolean shown = participant.id().equals(spotlight);
        if (shown) {
            spotlight = null;
        }
        boolean kept = participant.id().equals(beside);
        if (kept) {
            beside = null;
        }
        if (endsToLead(participant) || shown || kept) {
            tell();
        }
    }

    /** A participant moderates no more, and so leads no more. */
    void demoted(Participant participant) {
        if (endsToLead(participant)) {
            tell();
        }
    }

    private boolean endsToLead(Participant participant) {
        boolean led = participant.id().equals(leader);
        if (led) {
            leader = null;
            view = null;
        }
        return led;
    }

    /** Sends everybody the rules and what is shown to all. */
    void tell() {
        conference.people().broadcast(state());
    }

    private ServerMessage state() {
        return new RoomState(
                conference.rules().current().on().stream()
                        .map(on -> RoomSwitch.valueOf(on.name()))
                        .toList(),
                conference.rules().hasPassword(),
                spotlight,
                leader,
                beside);
    }
}
