package plenum.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import plenum.protocol.BreakoutMessages;
import plenum.protocol.BreakoutMessages.BreakoutState;
import plenum.protocol.BreakoutPlace;
import plenum.protocol.SessionMessages.Participant;

/** Breakout rooms: who belongs where, opening and closing them, and what is said to all. */
@Named("deskRooms")
@RequestScoped
@NullUnmarked
public class DeskRoomsPanel {
    private static final List<Integer> MINUTES = List.of(5, 10, 15, 20, 30, 45, 60, 90);
    private static final int SOON = 60;
    private static final int MOST_AT_ONCE = 20;

    @Inject
    DeskPage page;

    private int count = 2;
    private boolean choose;
    private int minutes;
    private String announcement = "";

    /** The main room first, then the others; in each those who are there, or will be once the rooms are open. */
    public List<Room> getLists() {
        BreakoutState state = state();
        Map<String, String> assigned = state.assigned().stream()
                .collect(Collectors.toMap(BreakoutPlace::participant, BreakoutPlace::room, (one, other) -> one));
        Map<String, List<Person>> people = page.view().people().stream()
                .map(DeskPerson::participant)
                .filter(person -> person.deviceOf() == null)
                .collect(Collectors.groupingBy(
                        person -> Optional.ofNullable(placeOf(person, state, assigned))
                                .orElse(DeskActs.MAIN_ROOM),
                        Collectors.mapping(person -> new Person(person.id(), person.name()), Collectors.toList())));
        return Stream.concat(
                        Stream.of(new Room(
                                DeskActs.MAIN_ROOM,
                                DeskPage.texts().getString("desk.rooms.main"),
                                "",
                                inRoom(people, DeskActs.MAIN_ROOM))),
                        state.rooms().stream()
                                .map(room -> new Room(
                                        room.id(), room.name(), callerIn(room.id()), inRoom(people, room.id()))))
                .toList();
    }

    private static @Nullable String placeOf(Participant person, BreakoutState state, Map<String, String> assigned) {
        return state.open() ? person.room() : assigned.get(person.id());
    }

    private static List<Person> inRoom(Map<String, List<Person>> people, String room) {
        return people.getOrDefault(room, List.of());
    }

    private String callerIn(String room) {
        return state().calls().stream()
                .filter(call -> call.room().equals(room))
                .flatMap(call -> page.view().people().stream()
                        .map(DeskPerson::participant)
                        .filter(person -> person.id().equals(call.participant())))
                .map(Participant::name)
                .findFirst()
                .orElse("");
    }

    public int getRoomCount() {
        return state().rooms().size();
    }

    public boolean isOpen() {
        return state().open();
    }

    /** Seconds until everybody comes back; empty for no such end. */
    public @Nullable Long getLeft() {
        return page.view().breakoutLeft().map(Duration::toSeconds).orElse(null);
    }

    /** Makes rooms with names that go on from those there are. */
    public void make() {
        int there = getRoomCount();
        String name = DeskPage.texts().getString("desk.rooms.name");
        List<String> names = IntStream.rangeClosed(there + 1, there + Math.clamp(count, 1, MOST_AT_ONCE))
                .mapToObj(number -> MessageFormat.format(name, Integer.toString(number)))
                .toList();
        page.say(new BreakoutMessages.BreakoutAdd(names));
    }

    public void spread() {
        page.say(new BreakoutMessages.BreakoutSpread());
    }

    /** Opens the rooms, or sets anew how they are open. */
    public void open() {
        page.say(new BreakoutMessages.BreakoutOpen(
                choose,
                MINUTES.contains(minutes) ? (int) Duration.ofMinutes(minutes).toSeconds() : null));
    }

    public void closeSoon() {
        page.say(new BreakoutMessages.BreakoutOpen(state().choose(), SOON));
    }

    public void close() {
        page.say(new BreakoutMessages.BreakoutClose());
    }

    public void announce() {
        if (!announcement.isBlank() && page.say(new BreakoutMessages.BreakoutAnnounce(announcement))) {
            announcement = "";
        }
    }

    private BreakoutState state() {
        return page.view().breakout();
    }

    public List<Integer> getMinuteChoices() {
        return MINUTES;
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }

    public boolean isChoose() {
        return choose;
    }

    public void setChoose(boolean choose) {
        this.choose = choose;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    public String getAnnouncement() {
        return announcement;
    }

    public void setAnnouncement(@Nullable String announcement) {
        this.announcement = announcement == null ? "" : announcement;
    }

    /**
     * A list of people.
     *
     * @param id {@code main} for the main room
     * @param caller name of who asks there for a moderator; empty when nobody does
     */
    public record Room(String id, String name, String caller, List<Person> people) {
        public boolean main() {
            return id.equals(DeskActs.MAIN_ROOM);
        }
    }

    /** Somebody, on all their devices. */
    public record Person(String id, String name) {}
}
