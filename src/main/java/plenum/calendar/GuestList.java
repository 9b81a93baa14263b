package plenum.calendar;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The guests of an event that is being edited. */
final class GuestList implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient List<Guest> guests;

    GuestList(List<Guest> guests) {
        this.guests = new ArrayList<>(guests);
    }

    /**
     * What is shown as one: somebody who is invited alone, or a group.
     *
     * @param key the address, or the group's id
     * @param group whether it is one
     * @param people who is meant; one, if it is no group
     */
    public record Row(String key, String name, boolean group, List<Guest> people) {
        /** Whether the event makes no sense without all of them. */
        public boolean needed() {
            return people.stream().allMatch(Guest::needed);
        }

        /** How many have given an answer. */
        public long count(Answer answer) {
            return people.stream().filter(guest -> guest.answer() == answer).count();
        }
    }

    /** Whoever is among them already stays as they are. False, and nobody is added, when they would be too many. */
    boolean add(List<Guest> more) {
        List<Guest> news = more.stream()
                .filter(guest -> guests.stream().noneMatch(old -> old.email().equals(guest.email())))
                .toList();
        boolean fit = guests.size() + news.size() <= Event.MOST_GUESTS;
        if (fit) {
            guests.addAll(news);
        }
        return fit;
    }

    void remove(String key) {
        guests.removeIf(of(key));
    }

    /** Makes somebody, or everybody in a group, needed or optional. */
    void toggleNeeded(String key) {
        boolean needed = guests.stream().filter(of(key)).allMatch(Guest::needed);
        guests.replaceAll(guest -> of(key).test(guest) ? guest.withNeeded(!needed) : guest);
    }

    private static Predicate<Guest> of(String key) {
        return guest -> guest.group()
                .map(group -> group.toString().equals(key))
                .orElseGet(() -> guest.email().text().equals(key));
    }

    List<Guest> all() {
        return List.copyOf(guests);
    }

    List<UUID> groups() {
        return guests.stream()
                .flatMap(guest -> guest.group().stream())
                .distinct()
                .toList();
    }

    /** Groups first. @param names of the groups; people of one without a name are shown by themselves */
    List<Row> rows(Map<UUID, String> names) {
        Stream<Row> together = groups().stream()
                .filter(names::containsKey)
                .map(group -> new Row(
                        group.toString(),
                        names.getOrDefault(group, ""),
                        true,
                        guests.stream()
                                .filter(guest ->
                                        guest.group().filter(group::equals).isPresent())
                                .toList()));
        Stream<Row> alone = guests.stream()
                .filter(guest -> guest.group().filter(names::containsKey).isEmpty())
                .map(guest -> new Row(
                        guest.group().map(UUID::toString).orElse(guest.email().text()),
                        guest.shown(),
                        false,
                        List.of(guest)));
        return Stream.concat(together, alone).toList();
    }
}
