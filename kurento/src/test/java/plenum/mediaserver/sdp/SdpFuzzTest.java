package plenum.mediaserver.sdp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.fuzz.Fuzzer;

/** Descriptions come from browsers, through whoever speaks the protocol. */
@Tag("sdp")
class SdpFuzzTest {
    private final OfferAnswer rules = new OfferAnswerTest().rules;

    @Test
    void survivesDamagedDescriptions() {
        List<byte[]> seeds = Stream.of("chromium-publisher-offer.sdp", "chromium-viewer-offer.sdp", "kurento-offer.sdp")
                .map(SdpFuzzTest::resource)
                .toList();

        new Fuzzer(this::parse, 4 * 1024 * 1024).run(seeds, 10_000);
    }

    private static byte[] resource(String name) {
        try (InputStream in = SdpFuzzTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void parse(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            rules.answer(text);
        } catch (SdpException e) {
            // refused with a reason
        }
        try {
            rules.accept(text);
        } catch (SdpException e) {
            // refused with a reason
        }
    }
}
