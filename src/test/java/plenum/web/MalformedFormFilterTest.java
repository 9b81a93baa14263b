package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("web")
class MalformedFormFilterTest {

    @Test
    void passesWhatOurPagesSend() {
        assertThat(problemOf("create:name", "Über uns \uD83D\uDE00\n")).isNull();
        assertThat(problemOf("jakarta.faces.ViewState", "stateless")).isNull();
        assertThat(problemOf("jakarta.faces.ViewState", "-1234567890123456789:987654321"))
                .isNull();
        assertThat(MalformedFormFilter.problemOf(Map.of())).isNull();
    }

    @Test
    void refusesNulWhereverItIs() {
        assertThat(problemOf("create:name", "a\0b")).contains("NUL");
        assertThat(problemOf("a\0b", "")).contains("NUL");
        assertThat(MalformedFormFilter.problemOf(Map.of("a", new String[] {"good", "\0"})))
                .contains("NUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA", "1", ":", "1:2:3", "stateless ", "a:b"})
    void refusesStatesThatFacesDidNotWrite(String state) {
        assertThat(problemOf("jakarta.faces.ViewState", state)).contains("view state");
    }

    private static String problemOf(String name, String value) {
        return MalformedFormFilter.problemOf(Map.of(name, new String[] {value}));
    }
}
