package plenum.bench.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("bench")
class BatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"a\":1}] | {\"a\":1}",
                "[{\"a\":{\"b\":[{}]}},{}] | {\"a\":{\"b\":[{}]}} {}",
                "[{\"a\":\"}{\\\"}\"},{\"b\":\"\\\\\"}] | {\"a\":\"}{\\\"}\"} {\"b\":\"\\\\\"}",
                "[] | ``"
            })
    void takesMessagesApart(String frame, String messages) {
        List<String> found = new ArrayList<>();
        new Batch(Unpooled.copiedBuffer(frame, StandardCharsets.UTF_8))
                .forEach(message -> found.add(message.toString(StandardCharsets.UTF_8)));
        assertThat(String.join(" ", found)).isEqualTo(messages);
    }
}
