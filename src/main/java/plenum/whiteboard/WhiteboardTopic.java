package plenum.whiteboard;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.protocol.Failed;
import plenum.protocol.NotStored;
import plenum.protocol.NotStored.Reason;
import plenum.protocol.Sealed;
import plenum.protocol.WhiteboardMessages;
import plenum.protocol.WhiteboardMessages.BoardDraw;
import plenum.protocol.WhiteboardMessages.BoardOpen;
import plenum.protocol.WireNames;
import plenum.whiteboard.BoardTickets.Right;

/**
 * Handles the messages about whiteboards, one for each room. A request that has no effect is answered with {@link Failed}; a change that is
 * not stored with {@link NotStored}, also when the board has to be read first.
 */
public final class WhiteboardTopic implements Topic<WhiteboardMessages.Ask> {
    /** Characters of a part, about. */
    private static final int PART = 60_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,36}");

    private final Conference conference;
    private final Boards store;
    private final BoardBudget budget;
    private final BoardTickets tickets;
    private final Map<Optional<UUID>, RoomBoard> boards = new HashMap<>();
    private final Attention attention;

    public WhiteboardTopic(Conference conference, Boards store, BoardBudget budget, BoardTickets tickets) {
        this.conference = conference;
        this.store = store;
        this.budget = budget;
        this.tickets = tickets;
        this.attention = new Attention(conference, this::lookedAt);
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, WhiteboardMessages.Ask message) {
        String about = WireNames.of(message.getClass());
        Runnable failed = () -> by.send(new Failed(Failed.Code.INTERNAL, about));
        RoomBoard board = boardOf(by.room());
        switch (message) {
            case BoardOpen open -> board.whenDrawn(drawn -> open(by, drawn, open), failed);
            case WhiteboardMessages.BoardMore more -> lookedAt(by).ifPresent(drawn -> more(by, drawn, more.after()));
            case WhiteboardMessages.BoardClose close -> lookAway(by);
            case BoardDraw draw -> draw(by, board, draw);
            case WhiteboardMessages.BoardClear clear -> clear(by, board, clear);
            case WhiteboardMessages.BoardShow show -> {
                return show(by, board, show.shown(), failed);
            }
            case WhiteboardMessages.BoardRules rules -> rules(by, board, rules, failed);
            case WhiteboardMessages.BoardPoint point -> {
                return attention.point(by, point);
            }
            case WhiteboardMessages.BoardLook look -> {
                return attention.look(by, look);
            }
            case WhiteboardMessages.BoardFollow follow -> {
                return attention.follow(by, follow.participant());
            }
        }
        return Optional.empty();
    }

    @Override
    public void catchUp(Participant reader) {
        RoomBoard board = boardOf(reader.room());
        board.whenKnown(
                () -> board.board().ifPresent(there -> reader.send(BoardWire.state(there))),
                () -> reader.send(new Failed(Failed.Code.INTERNAL, "catch-up")));
    }

    @Override
    public void moved(Collection<Participant> who) {
        who.forEach(this::lookAway);
    }

    @Override
    public void left(Participant participant) {
        lookAway(participant);
    }

    @Override
    public void ended() {
        boards.values().forEach(RoomBoard::ended);
    }

    private RoomBoard boardOf(Optional<UUID> room) {
        return boards.computeIfAbsent(room, key -> new RoomBoard(conference, store, budget, key));
    }

    /** The board that somebody has open. */
    private Optional<Drawn> lookedAt(Participant participant) {
        return boards.values().stream()
                .flatMap(board -> board.drawn().stream())
                .filter(drawn -> drawn.viewer(participant.id()).isPresent())
                .findFirst();
    }

    private void open(Participant by, Drawn drawn, BoardOpen message) {
        Scene scene = drawn.scene();
        Long known = message.known();
        boolean goesOn = known != null && drawn.id().toString().equals(message.board()) && scene.remembers(known);
        long after = goesOn && known != null ? known : 0;
        drawn.look(by, after);
        String ticket = tickets.issue(drawn.id(), conference.isEncrypted(), answer -> ask(by, drawn.id(), answer));
        by.send(BoardWire.part(drawn.id(), scene, after, scene.after(after, PART), !goesOn, ticket));
        attention.came(by);
    }

    private void more(Participant by, Drawn drawn, long after) {
        Scene scene = drawn.scene();
        by.send(BoardWire.part(drawn.id(), scene, drawn.knownTo(by), scene.after(after, PART), false, null));
    }

    private void lookAway(Participant participant) {
        lookedAt(participant).ifPresent(drawn -> {
            drawn.lookAway(participant);
            attention.left(participant, drawn);
        });
    }

    private void draw(Participant by, RoomBoard board, BoardDraw message) {
        Runnable unavailable = () -> notStored(by, message, message.key(), Reason.UNAVAILABLE);
        board.whenDrawn(
                drawn -> {
                    Optional<Reason> refusal = refusal(by, board, drawn, message);
                    if (refusal.isPresent()) {
                        notStored(by, message, message.key(), refusal.get());
                    } else {
                        write(by, drawn, message, message.key(), null, BoardWire.steps(message.steps()));
                    }
                },
                unavailable);
    }

    private Optional<Reason> refusal(Participant by, RoomBoard board, Drawn drawn, BoardDraw message) {
        if (!drawn.id().toString().equals(message.board())) {
            return Optional.of(Reason.NOT_FOUND);
        }
        if (!mayDraw(by, drawn.id())) {
            return Optional.of(Reason.LOCKED);
        }
        boolean readable = !message.steps().isEmpty()
                && isId(message.key())
                && message.steps().stream().allMatch(this::isReadable);
        if (!readable) {
            return Optional.of(Reason.UNUSABLE);
        }
        // with a page goes all that is on it
        boolean deletesPage = message.steps().stream()
                .anyMatch(step -> step.page() == 0 && step.body() == null && step.place() == null);
        return deletesPage && !by.moderates() ? Optional.of(Reason.FORBIDDEN) : Optional.empty();
    }

    private boolean isReadable(WhiteboardMessages.BoardStep step) {
        return isId(step.element()) && isText(step.body()) && isText(step.place());
    }

    private static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    private boolean isText(@Nullable String text) {
        return text == null
                || (!text.isEmpty()
                        && text.indexOf('\0') < 0
                        && Sealed.fits(text, conference.isEncrypted(), WhiteboardMessages.BODY));
    }

    private void clear(Participant by, RoomBoard board, WhiteboardMessages.BoardClear message) {
        board.whenDrawn(
                drawn -> {
                    if (!drawn.id().toString().equals(message.board()) || !isId(message.key())) {
                        notStored(by, message, message.key(), Reason.NOT_FOUND);
                        return;
                    }
                    conference.noted(by, AuditAction.CLEAR_BOARD, null);
                    write(by, drawn, message, message.key(), message.page(), List.of());
                },
                () -> notStored(by, message, message.key(), Reason.UNAVAILABLE));
    }

    private void write(
            Participant by,
            Drawn drawn,
            WhiteboardMessages.Ask about,
            String key,
            @Nullable Integer cleared,
            List<Step> steps) {
        UUID author = UUID.fromString(by.id());
        if (drawn.has(author, key)) {
            by.send(BoardWire.drawn(drawn.id(), List.of(new Operation(0, author, key, null, List.of()))));
            return;
        }
        drawn.write(
                        author,
                        key,
                        cleared,
                        steps,
                        operations ->
                                conference.circles().tell(drawn.viewers(), BoardWire.drawn(drawn.id(), operations)),
                        reason -> notStored(by, about, key, reason))
                .ifPresent(reason -> notStored(by, about, key, reason));
    }

    private Optional<Failed.Code> show(Participant by, RoomBoard board, boolean shown, Runnable failed) {
        board.whenMade(
                () -> {
                    if (board.board()
                            .filter(there -> there.rights().allowToShow(by))
                            .isEmpty()) {
                        by.send(new Failed(Failed.Code.FORBIDDEN, "board-show"));
                        return;
                    }
                    if (by.moderates()) {
                        conference.noted(by, shown ? AuditAction.SHOW_BOARD : AuditAction.HIDE_BOARD, null);
                    }
                    change(by, board, rights -> rights.shown(shown), failed);
                },
                failed);
        return Optional.empty();
    }

    private void rules(Participant by, RoomBoard board, WhiteboardMessages.BoardRules message, Runnable failed) {
        Set<UUID> named = new LinkedHashSet<>();
        message.named().forEach(id -> conference.find(id).ifPresent(one -> named.add(one.person())));
        BoardRights.Drawing drawing =
                BoardRights.Drawing.valueOf(message.drawing().name());
        board.whenMade(
                () -> {
                    conference.noted(by, AuditAction.BOARD_RIGHTS, drawing.name());
                    change(by, board, rights -> rights.drawnBy(drawing, named), failed);
                },
                failed);
    }

    private void change(Participant by, RoomBoard board, UnaryOperator<BoardRights> how, Runnable failed) {
        Optional<UUID> room = by.room();
        board.change(
                how, () -> board.board().ifPresent(there -> conference.tell(room, BoardWire.state(there))), failed);
    }

    private boolean mayDraw(Participant participant, UUID board) {
        return boardOf(participant.room())
                .board()
                .filter(there -> there.id().equals(board))
                .filter(there -> there.rights().allow(participant))
                .isPresent();
    }

    /** From any thread: whoever is not here any more, or in another room, may nothing. */
    private void ask(Participant participant, UUID board, Consumer<Right> answer) {
        conference.submit(
                participant.id(), here -> answer.accept(rightOf(here, board)), () -> answer.accept(Right.NONE));
    }

    private Right rightOf(Participant participant, UUID board) {
        boolean here = boardOf(participant.room())
                .board()
                .filter(there -> there.id().equals(board))
                .isPresent();
        return mayDraw(participant, board) ? Right.ADD : here ? Right.SEE : Right.NONE;
    }

    private static void notStored(Participant by, WhiteboardMessages.Ask about, String key, Reason reason) {
        by.send(new NotStored(WireNames.of(about.getClass()), key, reason));
    }
}
