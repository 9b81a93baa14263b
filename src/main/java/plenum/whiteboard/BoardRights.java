package plenum.whiteboard;

import java.util.Set;
import java.util.UUID;
import plenum.conference.Participant;

/**
 * The moderators' decisions on who sees a board and who may draw.
 *
 * @param shown whether it is open for everybody in the room
 * @param named people who may draw where only some may
 */
public record BoardRights(boolean shown, Drawing drawing, Set<UUID> named) {
    static final BoardRights FREE = new BoardRights(false, Drawing.EVERYBODY, Set.of());

    /** Who may draw. */
    public enum Drawing {
        EVERYBODY,
        /** Moderators, and those who are named. */
        NAMED,
        MODERATORS,
        NOBODY
    }

    public BoardRights {
        named = Set.copyOf(named);
    }

    boolean allow(Participant participant) {
        return switch (drawing) {
            case EVERYBODY -> true;
            case NAMED -> participant.moderates() || named.contains(participant.person());
            case MODERATORS -> participant.moderates();
            case NOBODY -> false;
        };
    }

    /** Whoever may draw may show the board; a moderator may in any case. */
    boolean allowToShow(Participant participant) {
        return participant.moderates() || allow(participant);
    }

    BoardRights shown(boolean now) {
        return new BoardRights(now, drawing, named);
    }

    BoardRights drawnBy(Drawing who, Set<UUID> people) {
        return new BoardRights(shown, who, who == Drawing.NAMED ? people : Set.of());
    }
}
