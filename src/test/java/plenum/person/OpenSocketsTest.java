package plenum.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who has which sockets. */
@Tag("person")
class OpenSocketsTest {
    private final OpenSockets<String> open = new OpenSockets<>();
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void eachAccountHasItsOwn() {
        open.add(ada, "a");
        open.add(bob, "b");
        open.add(ada, "c");
        assertThat(open.of(ada)).containsExactly("a", "c");
        assertThat(open.of(bob)).containsExactly("b");
        open.remove(ada, "b");
        assertThat(open.of(bob)).containsExactly("b");
    }

    @Test
    void nothingIsLeftOfThoseWhoAreGone() {
        open.add(ada, "a");
        open.add(ada, "b");
        open.remove(ada, "a");
        assertThat(open.has(ada)).isTrue();
        open.remove(ada, "b");
        open.remove(ada, "b");
        assertThat(open.has(ada)).isFalse();
        assertThat(open.of(ada)).isEmpty();
        assertThat(open.accounts()).isEmpty();
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        for (int i = 0; i < OpenSockets.MOST; i++) {
            assertThat(open.add(ada, "socket " + i)).isEmpty();
        }
        assertThat(open.add(bob, "another's")).isEmpty();
        assertThat(open.add(ada, "one more")).contains("socket 0");
        assertThat(open.of(ada))
                .hasSize(OpenSockets.MOST)
                .doesNotContain("socket 0")
                .endsWith("one more");
    }
}
