package plenum.breakout;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import plenum.account.DisplayName;
import plenum.audit.AuditAction;
import plenum.chat.ChatText;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.platform.Throttle;
import plenum.protocol.BreakoutMessages;
import plenum.protocol.Failed;
import plenum.protocol.ServerMessage;
import plenum.protocol.WireNames;

/**
 * Handles the messages about breakout rooms. A request that has no effect is answered with {@link Failed}, also when the plan has to be
 * read from the database first.
 */
public final class BreakoutTopic implements Topic<BreakoutMessages.Ask> {
    private static final int LONGEST_ANNOUNCEMENT = 500;

    private final Breakout breakout;
    private final RandomGenerator random;
    private final Throttle steps;

    public BreakoutTopic(Conference conference, Breakouts store, InstantSource clock, RandomGenerator random) {
        this.breakout = new Breakout(conference, store, clock);
        this.random = random;
        this.steps = new Throttle(8, Duration.ofSeconds(1), clock);
    }

    /** Sends the plan of the rooms. */
    @Override
    public void catchUp(Participant reader) {
        breakout.whenKnown(
                () -> breakout.greet(reader), () -> reader.send(new Failed(Failed.Code.INTERNAL, "catch-up")));
    }

    /** Answers at once, because the rooms may have to be read first; what comes of it follows. */
    @Override
    public Optional<Failed.Code> handle(Participant by, BreakoutMessages.Ask message) {
        String about = WireNames.of(message.getClass());
        Runnable failed = () -> by.send(new Failed(Failed.Code.INTERNAL, about));
        Errand errand = new Errand(breakout, by, failed);
        breakout.whenKnown(() -> act(errand, message).ifPresent(code -> by.send(new Failed(code, about))), failed);
        return Optional.empty();
    }

    @Override
    public void ended() {
        breakout.end();
    }

    private Optional<Failed.Code> act(Errand errand, BreakoutMessages.Ask message) {
        return switch (message) {
            case BreakoutMessages.BreakoutAdd add -> add(errand, add.names());
            case BreakoutMessages.BreakoutRename rename -> rename(errand, rename);
            case BreakoutMessages.BreakoutDelete delete -> delete(errand, delete.room());
            case BreakoutMessages.BreakoutAssign assign -> assign(errand, assign);
            case BreakoutMessages.BreakoutSpread spread -> spread(errand);
            case BreakoutMessages.BreakoutOpen open -> open(errand, open);
            case BreakoutMessages.BreakoutClose close -> close(errand);
            case BreakoutMessages.BreakoutGo go -> go(errand, go.room());
            case BreakoutMessages.BreakoutAnnounce announce -> announce(errand, announce.text());
            case BreakoutMessages.BreakoutHelp help -> help(errand, help.needed());
            case BreakoutMessages.BreakoutHelped helped -> helped(errand, helped.room());
        };
    }

    private static Optional<Failed.Code> add(Errand errand, List<String> names) {
        List<Plan.Room> rooms = names.stream()
                .map(DisplayName::parse)
                .flatMap(Optional::stream)
                .map(name -> new Plan.Room(UUID.randomUUID(), name.text()))
                .toList();
        if (rooms.isEmpty() || rooms.size() < names.size() || !errand.plan().hasPlaceFor(rooms.size())) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        errand.noted(AuditAction.ADD_ROOMS, null);
        return errand.decide(errand.plan().with(rooms));
    }

    private static Optional<Failed.Code> rename(Errand errand, BreakoutMessages.BreakoutRename message) {
        Optional<Plan.Room> room = errand.room(message.room());
        Optional<DisplayName> name = DisplayName.parse(message.name());
        if (room.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        if (name.isEmpty()) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        return errand.decide(errand.plan().renamed(room.get().id(), name.get().text()));
    }

    private static Optional<Failed.Code> delete(Errand errand, String id) {
        Optional<Plan.Room> room = errand.room(id);
        if (room.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        UUID deleted = room.get().id();
        errand.noted(AuditAction.DELETE_ROOM, room.get().name());
        Breakout breakout = errand.breakout;
        return errand.decide(errand.plan().without(deleted), () -> {
            breakout.move(
                    errand.everybody().stream()
                            .filter(one -> one.room().filter(deleted::equals).isPresent())
                            .toList(),
                    Optional.empty());
            breakout.tell();
        });
    }

    private static Optional<Failed.Code> assign(Errand errand, BreakoutMessages.BreakoutAssign message) {
        Optional<Participant> who = errand.conference().find(message.participant());
        Optional<Plan.Room> room = Optional.ofNullable(message.room()).flatMap(errand::room);
        if (who.isEmpty() || (message.room() != null && room.isEmpty())) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        Breakout breakout = errand.breakout;
        Optional<UUID> to = room.map(Plan.Room::id);
        if (errand.plan().isOpen()) {
            errand.noted(AuditAction.MOVE, who.get().name());
        }
        return errand.decide(errand.plan().assigning(who.get().person(), to), () -> {
            breakout.tell();
            if (breakout.plan().isOpen()
                    && (to.isEmpty() || breakout.plan().room(to.get()).isPresent())) {
                breakout.move(List.of(who.get()), to);
            }
        });
    }

    private Optional<Failed.Code> spread(Errand errand) {
        if (errand.plan().rooms().isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        List<UUID> here = errand.everybody().stream().map(Participant::person).toList();
        List<UUID> homeless = errand.everybody().stream()
                .filter(one ->
                        one.isFirstDevice() && !one.moderates() && one.room().isEmpty())
                .map(Participant::person)
                .filter(person -> !errand.plan().assigned().containsKey(person))
                .toList();
        errand.noted(AuditAction.SPREAD, null);
        Breakout breakout = errand.breakout;
        return errand.decide(errand.plan().spreading(here, homeless, random), () -> {
            breakout.tell();
            breakout.bringToTheirRooms(errand.everybody().stream()
                    .filter(one -> one.room().isEmpty() && homeless.contains(one.person()))
                    .toList());
        });
    }

    private static Optional<Failed.Code> open(Errand errand, BreakoutMessages.BreakoutOpen message) {
        if (errand.plan().rooms().isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        if (!errand.plan().isOpen()) {
            errand.noted(AuditAction.OPEN_ROOMS, null);
        }
        errand.breakout.open(
                message.choose(), Optional.ofNullable(message.seconds()).map(Duration::ofSeconds), errand.failed);
        return Optional.empty();
    }

    private static Optional<Failed.Code> close(Errand errand) {
        if (errand.plan().isOpen()) {
            errand.noted(AuditAction.CLOSE_ROOMS, null);
            errand.breakout.close();
        }
        return Optional.empty();
    }

    /** Moderators go anywhere; participants to their own room, back, and, where they may choose, anywhere. */
    private Optional<Failed.Code> go(Errand errand, @Nullable String id) {
        Participant by = errand.by;
        Plan plan = errand.plan();
        Optional<UUID> to = Optional.ofNullable(id).flatMap(errand::room).map(Plan.Room::id);
        if (id != null && (to.isEmpty() || !plan.isOpen())) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        boolean own = to.isEmpty() || to.get().equals(plan.assigned().get(by.person()));
        if (!own && !plan.choose() && !by.moderates()) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        if (!steps.tryTake(by.id())) {
            return Optional.of(Failed.Code.THROTTLED);
        }
        errand.breakout.move(List.of(by), to);
        return Optional.empty();
    }

    private static Optional<Failed.Code> announce(Errand errand, String typed) {
        Optional<String> text =
                ChatText.parse(typed).filter(said -> said.codePointCount(0, said.length()) <= LONGEST_ANNOUNCEMENT);
        if (text.isEmpty()) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        errand.noted(AuditAction.ANNOUNCE, text.get());
        ServerMessage news = new BreakoutMessages.BreakoutAnnounced(errand.by.id(), text.get());
        errand.everybody().forEach(one -> one.send(news));
        return Optional.empty();
    }

    private Optional<Failed.Code> help(Errand errand, boolean needed) {
        Optional<UUID> room = errand.by.room();
        if (room.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        if (!steps.tryTake(errand.by.id())) {
            return Optional.of(Failed.Code.THROTTLED);
        }
        if (needed) {
            errand.breakout.calls().call(room.get(), errand.by);
        } else {
            errand.breakout.calls().end(room.get());
        }
        errand.breakout.tell();
        return Optional.empty();
    }

    private static Optional<Failed.Code> helped(Errand errand, String id) {
        Optional<Plan.Room> room = errand.room(id);
        if (room.isEmpty() || !errand.breakout.calls().end(room.get().id())) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        errand.breakout.tell();
        return Optional.empty();
    }

    /** One request about the rooms, and what to do when it cannot be stored. */
    private record Errand(Breakout breakout, Participant by, Runnable failed) {
        Plan plan() {
            return breakout.plan();
        }

        Conference conference() {
            return breakout.conference();
        }

        List<Participant> everybody() {
            return conference().circles().everybody();
        }

        Optional<Plan.Room> room(String id) {
            return plan().rooms().stream()
                    .filter(room -> room.id().toString().equals(id))
                    .findFirst();
        }

        void noted(AuditAction action, @Nullable String subject) {
            conference().noted(by, action, subject);
        }

        Optional<Failed.Code> decide(Plan next) {
            return decide(next, breakout::tell);
        }

        Optional<Failed.Code> decide(Plan next, Runnable then) {
            breakout.decide(next, then, failed);
            return Optional.empty();
        }
    }
}
