package plenum.mediaserver.element;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.FakeSource;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;

@Tag("element")
class MediaGraphTest {
    private final MediaGraph graph = new MediaGraph();
    private final Node publisher = new Node("publisher", false);
    private final Node other = new Node("other", false);
    private final Node viewer = new Node("viewer", false);
    private final Node slot = new Node("slot", true);
    private final Node hop = new Node("hop", true);

    @Test
    void seesThroughForwarders() {
        connect(slot, viewer);
        assertThat(viewer.inputs).containsExactly("nothing");
        connect(hop, slot);
        connect(publisher, hop);

        assertThat(viewer.inputs).containsExactly("nothing", "nothing", "publisher");
        assertThat(graph.origin(viewer, MediaKind.VIDEO)).isSameAs(publisher);
    }

    @Test
    void replacesTheSourceOfASink() {
        connect(publisher, slot);
        connect(slot, viewer);
        Connection replaced = connect(other, slot);

        assertThat(replaced.source()).isSameAs(publisher);
        assertThat(viewer.inputs).containsExactly("publisher", "other");
        assertThat(graph.outgoing(publisher)).isEmpty();
    }

    @Test
    void disconnectsOnlyWhatIsConnected() {
        connect(publisher, viewer);

        assertThat(graph.disconnect(other, viewer, MediaType.VIDEO)).isEmpty();
        assertThat(graph.disconnect(publisher, viewer, MediaType.VIDEO)).isPresent();
        assertThat(viewer.inputs).containsExactly("publisher", "nothing");
    }

    @Test
    void carriesNothingInACircleOfForwarders() {
        connect(slot, hop);
        connect(hop, slot);
        connect(slot, viewer);

        assertThat(graph.origin(viewer, MediaKind.VIDEO)).isNull();
        assertThat(viewer.inputs).containsExactly("nothing");
    }

    @Test
    void loopsAPublisherBackToItself() {
        connect(publisher, publisher);

        assertThat(publisher.inputs).containsExactly("publisher");
        assertThat(graph.isolate(publisher)).hasSize(1);
        assertThat(graph.incoming(publisher)).isEmpty();
    }

    @Test
    void isolatesAnElementFromBothSides() {
        connect(publisher, slot);
        connect(slot, viewer);
        connect(slot, other);
        List<Connection> ended = graph.isolate(slot);

        assertThat(ended).hasSize(3);
        assertThat(viewer.inputs).endsWith("nothing");
        assertThat(other.inputs).endsWith("nothing");
        assertThat(graph.outgoing(publisher)).isEmpty();
    }

    @Test
    void keepsKindsApart() {
        graph.connect(new Connection(publisher, viewer, MediaType.AUDIO, "default", "default"));
        graph.connect(new Connection(other, viewer, MediaType.VIDEO, "default", "default"));
        graph.connect(new Connection(other, viewer, MediaType.DATA, "default", "default"));

        assertThat(graph.origin(viewer, MediaKind.AUDIO)).isSameAs(publisher);
        assertThat(graph.origin(viewer, MediaKind.VIDEO)).isSameAs(other);
        assertThat(graph.incoming(viewer))
                .extracting(Connection::type)
                .containsExactly(MediaType.AUDIO, MediaType.DATA, MediaType.VIDEO);
        assertThat(viewer.inputs).as("data carry nothing").containsExactly("publisher", "other");
    }

    private Connection connect(Node source, Node sink) {
        return graph.connect(new Connection(source, sink, MediaType.VIDEO, "default", "default"))
                .orElse(null);
    }

    private record Node(String id, boolean forwards, List<String> inputs) implements MediaNode {
        Node(String id, boolean forwards) {
            this(id, forwards, new ArrayList<>());
        }

        @Override
        public PacketSource source(MediaKind kind) {
            return new FakeSource(kind);
        }

        @Override
        public void inputChanged(MediaKind kind, MediaNode origin) {
            inputs.add(origin == null ? "nothing" : origin.id());
        }

        @Override
        public boolean equals(Object o) {
            return o == this;
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }
}
