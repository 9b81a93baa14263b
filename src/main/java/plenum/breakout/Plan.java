package plenum.breakout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The plan of the breakout rooms of a conference: the rooms, the people assigned to them, and whether they are open. Rooms are prepared,
 * opened and closed, and can be opened again. Immutable: each method returns the next plan.
 *
 * @param rooms in the order of making
 * @param assigned room by person
 * @param choose whether participants may go into a room that is not theirs
 * @param openedAt empty while the rooms are closed
 * @param endsAt when everybody comes back by itself
 */
public record Plan(
        List<Room> rooms,
        Map<UUID, UUID> assigned,
        boolean choose,
        Optional<Instant> openedAt,
        Optional<Instant> endsAt) {
    /** More rooms than this nobody can look after. */
    static final int MOST_ROOMS = 50;

    public static final Plan NONE = new Plan(List.of(), Map.of(), false, Optional.empty(), Optional.empty());

    /** A breakout room of the plan. */
    public record Room(UUID id, String name) {}

    public Plan {
        rooms = List.copyOf(rooms);
        assigned = Map.copyOf(assigned);
    }

    public boolean isOpen() {
        return openedAt.isPresent();
    }

    Optional<Room> room(UUID id) {
        return rooms.stream().filter(room -> room.id().equals(id)).findFirst();
    }

    boolean hasPlaceFor(int more) {
        return rooms.size() + more <= MOST_ROOMS;
    }

    Plan with(List<Room> more) {
        List<Room> all = new ArrayList<>(rooms);
        all.addAll(more);
        return new Plan(all, assigned, choose, openedAt, endsAt);
    }

    Plan renamed(UUID id, String name) {
        return withRooms(room -> room.id().equals(id) ? new Room(id, name) : room);
    }

    Plan without(UUID id) {
        return new Plan(
                rooms.stream().filter(room -> !room.id().equals(id)).toList(),
                assigned.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(id))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                choose,
                openedAt,
                endsAt);
    }

    /** @param room empty: the person belongs into the main room */
    Plan assigning(UUID person, Optional<UUID> room) {
        Map<UUID, UUID> changed = new HashMap<>(assigned);
        room.ifPresentOrElse(id -> changed.put(person, id), () -> changed.remove(person));
        return new Plan(rooms, changed, choose, openedAt, endsAt);
    }

    /** These people go, in random order, to the room with the fewest of those who are here. */
    Plan spreading(List<UUID> here, List<UUID> homeless, RandomGenerator random) {
        List<UUID> order = new ArrayList<>(homeless);
        Collections.shuffle(order, Random.from(random));
        Plan spread = this;
        for (UUID person : order) {
            spread = spread.assigning(person, spread.emptiest(here));
        }
        return spread;
    }

    private Optional<UUID> emptiest(List<UUID> here) {
        return rooms.stream().map(Room::id).min(Comparator.comparingLong(room -> here.stream()
                .filter(person -> room.equals(assigned.get(person)))
                .count()));
    }

    Plan opened(boolean mayChoose, Instant now, Optional<Instant> end) {
        return new Plan(rooms, assigned, mayChoose, Optional.of(openedAt.orElse(now)), end);
    }

    Plan closed() {
        return new Plan(rooms, assigned, choose, Optional.empty(), Optional.empty());
    }

    /** For the next time: the same names, but rooms in which nobody has said anything. */
    Plan afresh() {
        return new Plan(
                rooms.stream()
                        .map(room -> new Room(UUID.randomUUID(), room.name()))
                        .toList(),
                Map.of(),
                choose,
                Optional.empty(),
                Optional.empty());
    }

    private Plan withRooms(UnaryOperator<Room> change) {
        return new Plan(rooms.stream().map(change).toList(), assigned, choose, openedAt, endsAt);
    }
}
