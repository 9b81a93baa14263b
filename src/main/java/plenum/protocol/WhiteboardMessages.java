package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whiteboard of a room: what is drawn is stored and ordered by the server; where people point is passed on and forgotten. */
public interface WhiteboardMessages {
    /** Most characters of an element's body: a stroke of some thousand points, sealed where the meeting is encrypted. */
    int BODY = 22_000;

    /** Most characters of a pointer's trail, or of a part of the board that somebody sees, sealed. */
    int SEALED = 800;

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /** The participants who may draw. */
    enum Drawing {
        EVERYBODY,
        /** Moderators, and those who are named. */
        NAMED,
        MODERATORS,
        /** The board is locked. */
        NOBODY
    }

    /** The kind of pointer. */
    enum BoardHand {
        POINTS,
        DRAWS,
        /** A laser pointer: leaves a trail that fades. */
        SHINES,
        /** The pointer has left the board. */
        AWAY
    }

    /** Opens the board for everybody in the room, or hides it. Who may not draw, may not. */
    @Needs(Permission.TALK)
    @Rate(burst = 10, perMinute = 20)
    record BoardShow(boolean shown) implements Ask {}

    /**
     * This tab looks at the board of its room from now on, and asks for what it does not know of it.
     *
     * @param board the one that the tab knows, if any
     * @param known the last number of it that the tab knows
     */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 20, perMinute = 60)
    record BoardOpen(
            @Nullable String board,
            @Range(most = Long.MAX_VALUE) @Nullable Long known) implements Ask {}

    /**
     * Asks for the next part of the board.
     *
     * @param after the last number of the part before
     */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 400, perMinute = 1200)
    record BoardMore(@Range(most = Long.MAX_VALUE) long after) implements Ask {}

    /** This tab looks at the board no more. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 20, perMinute = 60)
    record BoardClose() implements Ask {}

    /**
     * Changes elements of the board, all of them or none.
     *
     * @param board the one that is meant: what is drawn before a move to another room does not get there
     * @param key the sender's own, so that a message that is sent again is stored once
     * @param steps 1 to 64
     */
    @Needs(Permission.TALK)
    @Rate(burst = 120, perMinute = 900)
    record BoardDraw(String board, String key, List<BoardStep> steps) implements Ask {}

    /** Moderation: removes all elements of a page. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 30)
    record BoardClear(
            String board,
            String key,
            @Range(least = 1, most = Integer.MAX_VALUE) int page) implements Ask {}

    /**
     * Moderation: decides who may draw.
     *
     * @param named ids of people, besides moderators, where drawing is {@code named}
     */
    @Needs(Permission.MODERATE)
    @Rate(burst = 20, perMinute = 60)
    record BoardRules(Drawing drawing, List<String> named) implements Ask {}

    /**
     * Where the sender's pointer is and has been since the last such message. Neither stored nor sent again: whoever's line is full does not get it.
     *
     * @param page 0 in an encrypted meeting
     * @param hand in an encrypted meeting {@code points}, or {@code away} with nothing sealed
     * @param points x and y in turn, in tenths of a unit, the latest last; none in an encrypted meeting
     * @param sealed page, hand and points, in an encrypted meeting
     */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 60, perMinute = 1500)
    record BoardPoint(
            @Range(most = Integer.MAX_VALUE) int page,
            BoardHand hand,

            @Range(least = -1_000_000_000, most = 1_000_000_000)
            List<Integer> points,

            @Most(SEALED) @Nullable String sealed)
            implements Ask {}

    /**
     * The part of the board that the sender sees, for followers.
     *
     * @param sight absent in an encrypted meeting
     * @param sealed the same, in an encrypted meeting
     */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 30, perMinute = 360)
    record BoardLook(
            @Nullable BoardSight sight,
            @Most(SEALED) @Nullable String sealed) implements Ask {}

    /**
     * Shows from now on what somebody else sees.
     *
     * @param participant absent: nobody any more
     */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 20, perMinute = 60)
    record BoardFollow(@Nullable String participant) implements Ask {}

    /**
     * The board of one's room.
     *
     * @param shown whether it is open for everybody
     * @param named ids of people
     */
    record BoardState(String board, boolean shown, Drawing drawing, List<String> named) implements Told {}

    /**
     * A part of what is on the board, after {@code board-open} and {@code board-more}.
     *
     * @param reset whether the tab forgets what it knew before
     * @param cleared pages on which all that is older than a number is gone; told with the first part
     * @param entries by number, the oldest first
     * @param upTo the last number that the tab knows now
     * @param more whether there is more to ask for
     * @param ticket with which the tab fetches and stores pictures; told with the first part
     */
    record BoardPart(
            String board,
            boolean reset,
            List<BoardCleared> cleared,
            List<BoardEntry> entries,
            long upTo,
            boolean more,
            @Nullable String ticket)
            implements Told {}

    /** Changes that are stored, to everybody who looks at the board, the sender included. */
    record BoardDrawn(String board, List<BoardOperation> operations) implements Told {}

    /** Where people point. */
    record BoardPointers(List<BoardPointer> pointers) implements Told {}

    /** The part of the board that the followed participant sees; as in {@link BoardLook}. */
    record BoardSeen(
            String participant,
            @Nullable BoardSight sight,
            @Nullable String sealed) implements Told {}

    /**
     * A step of a change. An element has a body, which says what it is, and a place, which says where it lies and how it looks; the later step
     * wins for each of both. A step without any deletes the element.
     *
     * @param element 8 to 36 letters, digits, hyphens and underscores
     * @param page on which the element lies; the elements of page 0 are the pages themselves
     */
    record BoardStep(
            String element,
            @Range(most = Integer.MAX_VALUE) int page,
            @Most(BODY) @Nullable String body,
            @Most(600) @Nullable String place) {}

    /**
     * What was stored together.
     *
     * @param number of the first step; the others have the numbers that follow
     * @param by who did it
     * @param cleared the page that was cleared, if one was
     */
    record BoardOperation(
            long number, String by, String key, @Nullable Integer cleared, List<BoardStep> steps) {}

    /**
     * An element as it is now.
     *
     * @param number of its last change
     * @param body as in a step; absent with {@code place} when the element is deleted, or when the tab knows it; empty when there is a place alone
     */
    record BoardEntry(
            long number,
            String by,
            String element,
            int page,
            @Nullable String body,
            @Nullable String place) {}

    /** A page of which all elements up to a number are gone. */
    record BoardCleared(int page, long number) {}

    /**
     * A participant's pointer.
     *
     * @param sealed where it has been, in an encrypted meeting: what its tab sent, in this order
     */
    record BoardPointer(
            String participant,
            int page,
            BoardHand hand,
            List<Integer> points,
            @Nullable List<String> sealed) {}

    /** A part of a page: its corner and size, in tenths of a unit. */
    record BoardSight(
            @Range(most = Integer.MAX_VALUE) int page,

            @Range(least = -1_000_000_000, most = 1_000_000_000)
            int x,

            @Range(least = -1_000_000_000, most = 1_000_000_000)
            int y,

            @Range(least = 1, most = 1_000_000_000) int width,
            @Range(least = 1, most = 1_000_000_000) int height) {}
}
