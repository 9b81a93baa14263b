package plenum.mediaserver.sdp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.fuzz.Fuzzer;

/** Descriptions come from browsers, through whoever speaks the protocol. */
@Tag("sdp")
class SdpFuzzTest {
    private static final String PLAIN = """
        v=0
        o=- 0 0 IN IP4 127.0.0.1
        s=-
        c=IN IP4 127.0.0.1
        t=0 0
        m=audio 40000 RTP/AVP 96 0
        a=rtpmap:96 opus/48000/2
        a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:NDMyMVpZWFdWVVRTUlFQT05NTEtKSUhHRkVEQ0JB
        m=video 40002 RTP/AVP 97
        c=IN IP4 127.0.0.2
        a=rtcp:40009
        a=sendonly
        a=rtpmap:97 VP8/90000
        a=rtcp-fb:97 nack pli
        a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:NDMyMVpZWFdWVVRTUlFQT05NTEtKSUhHRkVEQ0JB
        """;

    private static final PlainDescription.Local LOCAL =
            new PlainDescription.Local(4_000, 4_001, 7, Optional.of("1 X inline:x"));

    private final OfferAnswer rules = new OfferAnswerTest().rules;

    @Test
    void survivesDamagedDescriptions() {
        List<byte[]> seeds = Stream.of("chromium-publisher-offer.sdp", "chromium-viewer-offer.sdp", "kurento-offer.sdp")
                .map(SdpFuzzTest::resource)
                .toList();

        new Fuzzer(this::parse, 4 * 1024 * 1024).run(seeds, 10_000);
    }

    /** Descriptions of plain RTP, in clear and with keys. */
    @Test
    void survivesDamagedPlainDescriptions() {
        List<byte[]> seeds = Stream.of(PLAIN, PLAIN.replace("RTP/AVP", "RTP/SAVP"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();

        new Fuzzer(SdpFuzzTest::parsePlain, 4 * 1024 * 1024).run(seeds, 10_000);
    }

    private static void parsePlain(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (Optional<String> suite : List.of(Optional.<String>empty(), Optional.of("AES_CM_128_HMAC_SHA1_80"))) {
            try {
                PlainDescription.read(text, List.of("opus", "VP8"), suite)
                        .answer("1", "127.0.0.1", "me", Map.of("audio", LOCAL, "video", LOCAL));
            } catch (SdpException e) {
                // refused with a reason
            }
        }
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
