package plenum.mediaserver.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("object")
class SubscriptionsTest {
    private final TestObject.World world = new TestObject.World();
    private final TestObject object = world.make("a", null);
    private final Subscriptions subscriptions = world.subscriptions;

    @Test
    void tellsASessionOnceHoweverOftenItSubscribed() {
        String first = subscriptions.subscribe("a", object, "Happened");
        String second = subscriptions.subscribe("a", object, "Happened");
        subscriptions.subscribe("b", object, "Error");
        object.happen();

        assertThat(first).isNotEqualTo(second);
        assertThat(world.delivered)
                .containsExactly("a {\"type\":\"Happened\",\"source\":\"" + object.id()
                        + "\",\"tags\":[],\"timestampMillis\":\"1234\"}");
    }

    @Test
    void sendsTagsWhenAsked() {
        object.addTag("k", "v");
        object.sendTagsInEvents(true);
        subscriptions.subscribe("a", object, "Happened");
        object.happen();

        assertThat(world.delivered.getFirst()).contains("\"key\":\"k\",\"value\":\"v\"");
    }

    @Test
    void isQuietAfterTheLastSubscriptionIsGone() {
        String first = subscriptions.subscribe("a", object, "Happened");
        subscriptions.unsubscribe(object.id(), "unknown");
        subscriptions.unsubscribe("unknown", first);
        assertThat(subscriptions.count()).isEqualTo(1);
        subscriptions.unsubscribe(object.id(), first);
        object.happen();

        assertThat(world.delivered).isEmpty();
        assertThat(subscriptions.count()).isZero();
    }

    @Test
    void forgetsObjectsAndSessions() {
        subscriptions.subscribe("a", object, "Happened");
        subscriptions.subscribe("b", object, "Happened");
        subscriptions.forgetSession("a");
        assertThat(subscriptions.count()).isEqualTo(1);
        subscriptions.forgetObject(object.id());
        assertThat(subscriptions.count()).isZero();
    }

    @Test
    void refusesEventsThatTheClassDoesNotHave() {
        assertThatThrownBy(() -> subscriptions.subscribe("a", object, "OnIceCandidate"))
                .isInstanceOf(RequestRefused.class)
                .hasMessage("Event 'OnIceCandidate' not supported");
    }
}
