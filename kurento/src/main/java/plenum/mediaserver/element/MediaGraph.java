package plenum.mediaserver.element;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;

/**
 * The connections between the elements of one pipeline. After a change, every element below it is told its new source, with forwarding
 * elements resolved. Cycles are allowed: a loopback is one, and a cycle of forwarding elements carries nothing.
 */
final class MediaGraph {
    private final Map<Input, Connection> byInput = new HashMap<>();
    private final Map<MediaNode, Set<Connection>> bySource = new HashMap<>();

    /** Makes the connection. Returns the one that it took the place of: an input has one source. */
    Optional<Connection> connect(Connection connection) {
        Connection replaced = byInput.put(Input.of(connection), connection);
        if (replaced != null) {
            outputs(replaced.source()).remove(replaced);
        }
        outputs(connection.source()).add(connection);
        refresh(connection);
        return Optional.ofNullable(replaced);
    }

    /** Ends the connection of these two; empty when there is none. */
    Optional<Connection> disconnect(MediaNode source, MediaNode sink, MediaType type) {
        Connection connection = byInput.get(new Input(sink, type));
        if (connection == null || connection.source() != source) {
            return Optional.empty();
        }
        remove(connection);
        return Optional.of(connection);
    }

    /** Ends all connections of an element, and returns them. */
    List<Connection> isolate(MediaNode node) {
        List<Connection> ended = new ArrayList<>(outgoing(node));
        incoming(node).stream()
                .filter(connection -> !ended.contains(connection))
                .forEach(ended::add);
        ended.forEach(this::remove);
        return ended;
    }

    /** The connections of which this element is the sink. */
    List<Connection> incoming(MediaNode sink) {
        List<Connection> connections = new ArrayList<>();
        for (MediaType type : MediaType.values()) {
            Connection connection = byInput.get(new Input(sink, type));
            if (connection != null) {
                connections.add(connection);
            }
        }
        return connections;
    }

    /** The connections of which this element is the source. */
    List<Connection> outgoing(MediaNode source) {
        return bySource.getOrDefault(source, Set.of()).stream()
                .sorted(Comparator.comparing(Connection::type))
                .toList();
    }

    Optional<Connection> connection(MediaNode source, MediaNode sink, MediaType type) {
        return Optional.ofNullable(byInput.get(new Input(sink, type))).filter(found -> found.source() == source);
    }

    /** The element that in the end feeds this input; null when nothing does. */
    @Nullable
    MediaNode origin(MediaNode sink, MediaKind kind) {
        Set<MediaNode> seen = new HashSet<>();
        MediaNode next = feeder(sink, kind);
        while (next != null && next.forwards()) {
            MediaNode inlet = next.inlet();
            next = seen.add(next) && inlet != null ? feeder(inlet, kind) : null;
        }
        return next;
    }

    /** Tells everyone below an element of its input again; for when something about the element changed. */
    void refreshBelow(MediaNode source, MediaKind kind) {
        outgoing(source).stream()
                .filter(connection -> connection.type() == MediaType.of(kind))
                .forEach(this::refresh);
    }

    private @Nullable MediaNode feeder(MediaNode sink, MediaKind kind) {
        Connection connection = byInput.get(new Input(sink, MediaType.of(kind)));
        return connection == null ? null : connection.source();
    }

    private void remove(Connection connection) {
        byInput.remove(Input.of(connection));
        Set<Connection> outputs = outputs(connection.source());
        outputs.remove(connection);
        if (outputs.isEmpty()) {
            bySource.remove(connection.source());
        }
        refresh(connection);
    }

    private Set<Connection> outputs(MediaNode source) {
        return bySource.computeIfAbsent(source, node -> new LinkedHashSet<>());
    }

    private void refresh(Connection changed) {
        changed.type().kind().ifPresent(kind -> inputsBelow(changed.sink(), changed.type())
                .forEach(node -> node.inputChanged(kind, origin(node, kind))));
    }

    private Set<MediaNode> inputsBelow(MediaNode sink, MediaType type) {
        Set<MediaNode> reached = new LinkedHashSet<>();
        Deque<MediaNode> waiting = new ArrayDeque<>(List.of(sink));
        while (!waiting.isEmpty()) {
            MediaNode next = waiting.removeFirst();
            if (reached.add(next)) {
                next.outlets().stream()
                        .flatMap(outlet -> outgoing(outlet).stream())
                        .filter(connection -> connection.type() == type)
                        .forEach(connection -> waiting.add(connection.sink()));
            }
        }
        return reached;
    }

    private record Input(MediaNode sink, MediaType type) {
        static Input of(Connection connection) {
            return new Input(connection.sink(), connection.type());
        }
    }
}
