package plenum.whiteboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The elements on a board: the result of all changes in the order of their numbers. For each element the last body and the last place
 * count. Each element has the number of its last change, so that a reader who knows the board up to a number lacks the elements with a
 * higher one.
 */
final class Scene {
    /** Deleted elements that are kept for those who do not know yet. */
    static final int MOST_DELETED = 10_000;

    private final Map<String, Element> byId = new HashMap<>();
    private final NavigableMap<Long, Element> byNumber = new TreeMap<>();
    private final NavigableMap<Integer, Long> cleared = new TreeMap<>();
    private final List<Long> useless = new ArrayList<>();
    private long floor;
    private long last;
    private int deleted;
    private long characters;

    /** An element as it is now; without a body it is not seen, and without a place either it is deleted. */
    static final class Element {
        final String id;
        int page;

        @Nullable
        UUID by;

        long number;
        long bodyNumber;
        long placeNumber;

        @Nullable
        String body;

        @Nullable
        String place;

        Element(String id, int page) {
            this.id = id;
            this.page = page;
        }

        boolean isDeleted() {
            return body == null && place == null;
        }

        private int characters() {
            return id.length() + (body == null ? 0 : body.length()) + (place == null ? 0 : place.length());
        }
    }

    /**
     * Some of the elements that have changed after a number.
     *
     * @param upTo who gets them knows the board up to this number
     * @param more whether there are others
     */
    record Part(List<Element> elements, long upTo, boolean more) {}

    Scene(long floor) {
        this.floor = floor;
        this.last = floor;
    }

    /** Adds the elements that were read from the database. */
    static Scene of(List<StoredChange> changes, long floor) {
        Scene scene = new Scene(floor);
        for (StoredChange change : changes) {
            Step step = change.step();
            if (step == null) {
                scene.clear(change.number(), change.page());
            } else {
                scene.apply(change.number(), change.by(), step);
            }
        }
        return scene;
    }

    void apply(Operation operation) {
        Integer page = operation.cleared();
        if (page != null) {
            clear(operation.number(), page);
        }
        for (int i = 0; i < operation.steps().size(); i++) {
            apply(operation.number() + i, operation.by(), operation.steps().get(i));
        }
    }

    /** Changes that later ones have made useless, once. */
    List<Long> takeUseless(long upTo) {
        List<Long> taken = useless.stream().filter(number -> number <= upTo).toList();
        useless.removeIf(number -> number <= upTo);
        return taken;
    }

    int uselessCount() {
        return useless.size();
    }

    /** Whether whoever knows the board up to this number can be told what has changed, and does not have to start anew. */
    boolean remembers(long known) {
        return known >= floor && known <= last;
    }

    boolean has(String element) {
        return byId.containsKey(element);
    }

    Map<Integer, Long> cleared() {
        return cleared;
    }

    long floor() {
        return floor;
    }

    long last() {
        return last;
    }

    /** How many elements there are, with those that are deleted. */
    int size() {
        return byId.size();
    }

    /** Of all that is kept. */
    long characters() {
        return characters;
    }

    /**
     * What has changed after a number, the oldest change first.
     *
     * @param most about as many characters
     */
    Part after(long known, int most) {
        List<Element> elements = new ArrayList<>();
        int taken = 0;
        for (Element element : byNumber.tailMap(known, false).values()) {
            if (taken >= most) {
                return new Part(elements, elements.getLast().number, true);
            }
            elements.add(element);
            taken += element.characters() + 64;
        }
        return new Part(elements, last, false);
    }

    private void apply(long number, UUID by, Step step) {
        last = Math.max(last, number);
        Element known = byId.get(step.element());
        Element element = known == null ? new Element(step.element(), step.page()) : known;
        byId.put(element.id, element);
        forget(element);
        change(element, number, step);
        element.by = by;
        element.number = number;
        byNumber.put(number, element);
        characters += element.characters();
        deleted += element.isDeleted() ? 1 : 0;
        dropDeleted();
    }

    private void forget(Element element) {
        if (byNumber.remove(element.number) != null) {
            characters -= element.characters();
            deleted -= element.isDeleted() ? 1 : 0;
        }
    }

    private void change(Element element, long number, Step step) {
        LongStream before =
                LongStream.of(element.bodyNumber, element.placeNumber).distinct();
        if (step.deletes()) {
            element.body = null;
            element.place = null;
            element.bodyNumber = number;
            element.placeNumber = number;
        }
        if (step.body() != null) {
            element.body = step.body();
            element.bodyNumber = number;
            element.page = step.page();
        }
        if (step.place() != null) {
            element.place = step.place();
            element.placeNumber = number;
        }
        before.filter(one -> one > 0 && one != element.bodyNumber && one != element.placeNumber)
                .forEach(useless::add);
    }

    private void clear(long number, int page) {
        last = Math.max(last, number);
        Long before = cleared.put(page, number);
        if (before != null) {
            useless.add(before);
        }
        Collection<Element> gone =
                byId.values().stream().filter(element -> element.page == page).toList();
        gone.forEach(this::drop);
    }

    private void drop(Element element) {
        forget(element);
        byId.remove(element.id);
        LongStream.of(element.bodyNumber, element.placeNumber)
                .distinct()
                .filter(one -> one > 0)
                .forEach(useless::add);
    }

    /** Forgets old deletions: a reader who does not know of them gets the whole board. */
    private void dropDeleted() {
        if (deleted <= MOST_DELETED) {
            return;
        }
        byId.values().stream().filter(Element::isDeleted).toList().forEach(this::drop);
        floor = last;
    }
}
