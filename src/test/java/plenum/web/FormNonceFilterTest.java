package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("web")
class FormNonceFilterTest {

    @Test
    void knowsWhatPrimeFacesTakes() {
        String uuid = "6f1c2a3e-9b1d-4c55-8a42-0d6f1f2b7c11";

        assertThat(FormNonceFilter.isNonce(Base64.getEncoder().encodeToString(uuid.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Zm9yZ2Vk", "not base64 at all", "<script>", "6f1c2a3e-9b1d-4c55-8a42-0d6f1f2b7c11"})
    void knowsWhatPrimeFacesRefuses(String text) {
        assertThat(FormNonceFilter.isNonce(text)).isFalse();
    }
}
