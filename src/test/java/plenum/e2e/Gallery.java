package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Many pages, one after the other: what is wrong with one of them does not keep anybody from looking at the others. */
final class Gallery {
    private final List<String> found = new ArrayList<>();

    void at(Person person, String name) {
        try {
            Looks.at(person, name);
        } catch (AssertionError e) {
            found.add(e.getMessage());
        }
    }

    void assertFit() {
        assertThat(found).isEmpty();
    }
}
