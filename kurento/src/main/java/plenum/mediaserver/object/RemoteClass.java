package plenum.mediaserver.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A class of Kurento's interface description: name, module, superclass, events and operations.
 *
 * @param events the names of all its events, inherited ones included
 */
public record RemoteClass(
        String name, String module, @Nullable RemoteClass superclass, Set<String> events, Operations operations) {
    /** Describes a class that is a superclass of all others. */
    static <T extends MediaObject> RemoteClass root(
            String name, Class<T> type, Set<String> events, Consumer<Operations.Table<T>> operations) {
        Operations.Table<T> table = Operations.of(type);
        operations.accept(table);
        return new RemoteClass(name, "core", null, Set.copyOf(events), table.build());
    }

    /** Describes a class that has all of this one, and more. */
    public <T extends MediaObject> RemoteClass extended(
            String name,
            String module,
            Class<T> type,
            Set<String> moreEvents,
            Consumer<Operations.Table<T>> operations) {
        Set<String> allEvents = new TreeSet<>(events);
        allEvents.addAll(moreEvents);
        Operations.Table<T> table = Operations.of(type);
        table.inherit(this.operations);
        operations.accept(table);
        return new RemoteClass(name, module, this, Set.copyOf(allEvents), table.build());
    }

    public String qualifiedName() {
        return "kurento." + name;
    }

    /** The superclasses, nearest first. */
    public List<RemoteClass> hierarchy() {
        List<RemoteClass> superclasses = new ArrayList<>();
        for (RemoteClass next = superclass; next != null; next = next.superclass()) {
            superclasses.add(next);
        }
        return superclasses;
    }
}
