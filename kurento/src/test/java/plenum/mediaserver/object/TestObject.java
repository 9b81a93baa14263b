package plenum.mediaserver.object;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** An object with nothing to it but its life. */
public final class TestObject extends MediaObject {
    static final RemoteClass TEST_OBJECT = MediaObjectInterface.MEDIA_OBJECT.extended(
            "Test", "core", TestObject.class, Set.of("Happened"), operations -> {});

    final List<String> closed;

    TestObject(ObjectContext context, MediaObject parent, List<String> closed) {
        super(context, TEST_OBJECT, parent, Runnable::run);
        this.closed = closed;
    }

    void happen() {
        emit("Happened", KurentoJson.object());
    }

    @Override
    protected void close() {
        closed.add(id());
    }

    /** A registry with objects that live on the calling thread. */
    static final class World {
        final ObjectRegistry registry = new ObjectRegistry();
        final List<String> closed = new ArrayList<>();
        final List<String> delivered = new ArrayList<>();
        final AtomicInteger ids = new AtomicInteger();
        final Subscriptions subscriptions = new Subscriptions(
                (session, event) -> delivered.add(session + " " + event.data()), () -> "s" + ids.incrementAndGet());
        final ObjectContext context = new ObjectContext(
                registry,
                subscriptions,
                InstantSource.fixed(Instant.ofEpochMilli(1234)),
                () -> "u" + ids.incrementAndGet());

        TestObject make(String session, MediaObject parent) {
            TestObject object = new TestObject(context, parent, closed);
            registry.add(object, session);
            return object;
        }
    }
}
