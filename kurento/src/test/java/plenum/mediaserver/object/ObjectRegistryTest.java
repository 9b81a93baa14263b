package plenum.mediaserver.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("object")
class ObjectRegistryTest {
    private final TestObject.World world = new TestObject.World();
    private final ObjectRegistry registry = world.registry;

    @Test
    void namesChildrenBelowTheirParents() {
        TestObject parent = world.make("a", null);
        TestObject child = world.make("a", parent);

        assertThat(parent.id()).isEqualTo("u1_kurento.Test");
        assertThat(child.id()).isEqualTo("u1_kurento.Test/u2_kurento.Test");
        assertThat(registry.childrenOf(parent)).containsExactly(child);
    }

    @Test
    void releasesChildrenBeforeTheirParent() {
        TestObject parent = world.make("a", null);
        TestObject child = world.make("a", parent);
        TestObject grandchild = world.make("b", child);
        registry.release(parent);

        assertThat(world.closed).containsExactly(grandchild.id(), child.id(), parent.id());
        assertThat(registry.all()).isEmpty();
        registry.release(parent);
        assertThat(world.closed).as("once").hasSize(3);
    }

    @Test
    void refusesAChildWhoseParentIsGone() {
        TestObject parent = world.make("a", null);
        registry.release(parent);

        assertThatThrownBy(() -> world.make("a", parent))
                .isInstanceOf(RequestRefused.class)
                .hasMessage("Object 'u1_kurento.Test' not found");
    }

    @Test
    void closesASessionWithAllThatNobodyElseRefersTo() {
        TestObject shared = world.make("a", null);
        TestObject own = world.make("a", null);
        registry.refer("b", shared);

        assertThat(registry.closeSession("a")).isTrue();
        assertThat(world.closed).containsExactly(own.id());
        assertThat(registry.closeSession("b")).isTrue();
        assertThat(world.closed).containsExactly(own.id(), shared.id());
        assertThat(registry.closeSession("b")).isFalse();
    }

    @Test
    void keepsParentsOfWhatIsReferredTo() {
        TestObject parent = world.make("a", null);
        TestObject child = world.make("b", parent);
        registry.closeSession("a");
        assertThat(registry.all()).containsExactly(parent, child);

        registry.unrefer("b", child);
        assertThat(registry.all()).as("b refers to the parent still").containsExactly(parent);
        registry.unrefer("b", parent);
        assertThat(registry.all()).isEmpty();
    }

    @Test
    void collectsASilentSessionAfterOneToTwoPeriods() {
        TestObject object = world.make("a", null);
        registry.collect();
        assertThat(world.closed).as("alive in the first period").isEmpty();
        registry.collect();

        assertThat(world.closed).containsExactly(object.id());
        assertThat(registry.knowsSession("a")).isFalse();
    }

    @Test
    void neverCollectsASessionThatGivesSignsOfLife() {
        world.make("a", null);
        for (int period = 0; period < 10; period++) {
            assertThat(registry.keepAlive("a")).isTrue();
            registry.collect();
        }

        assertThat(world.closed).isEmpty();
        assertThat(registry.keepAlive("unknown")).isFalse();
    }

    @Test
    void holdsWhatWasShownToAllUntilNobodyLooksAnyMore() {
        TestObject object = world.make("a", null);
        registry.refer(ObjectRegistry.SHARED_SESSION, object);
        registry.closeSession("a");
        assertThat(world.closed).isEmpty();
        registry.collect();
        registry.collect();

        assertThat(world.closed).containsExactly(object.id());
        assertThat(registry.sessionIds()).containsExactly(ObjectRegistry.SHARED_SESSION);
    }

    @Test
    void neverReleasesWhatIsPermanent() {
        TestObject manager = new TestObject(world.context, null, world.closed);
        registry.addPermanent(manager);
        registry.refer("a", manager);
        registry.release(manager);
        registry.closeSession("a");
        registry.clear();

        assertThat(registry.find(manager.id())).contains(manager);
        assertThat(registry.all()).isEmpty();
        assertThat(world.closed).isEmpty();
    }

    @Test
    void admitsOnlySoManySessions() {
        TestObject object = world.make("a", null);
        for (int i = registry.sessionIds().size(); i < ObjectRegistry.MAX_SESSIONS; i++) {
            registry.refer("session " + i, object);
        }

        assertThatThrownBy(() -> registry.refer("one more", object))
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_ENOUGH_RESOURCES));
    }
}
