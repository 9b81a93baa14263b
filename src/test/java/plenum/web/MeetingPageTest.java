package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("web")
class MeetingPageTest {

    @Test
    void nothingInTheDataCanEndItsScriptElement() throws Exception {
        String name = "</script><script>alert(1)</script><!-- & \u2028\u2029 \"";
        String escaped = MeetingPage.forScriptElement(new ObjectMapper().writeValueAsString(name));
        assertThat(escaped).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(new ObjectMapper().readValue(escaped, String.class)).isEqualTo(name);
    }
}
