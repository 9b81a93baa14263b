package plenum.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of "Signature Calculations for the Authorization Header", Amazon S3 API reference. */
@Tag("storage")
class AwsSignatureTest {
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Instant THEN = Instant.parse("2013-05-24T00:00:00Z");

    private final AwsSignature signature =
            new AwsSignature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

    @Test
    void getsAnObject() {
        assertThat(sign("GET", "/test.txt", Map.of("Range", "bytes=0-9")))
                .endsWith("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void asksForAPartOfTheApi() {
        assertThat(sign("GET", "/?lifecycle", Map.of()))
                .endsWith("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }

    @Test
    void sortsWhatIsAsked() {
        assertThat(sign("GET", "/?max-keys=2&prefix=J", Map.of()))
                .endsWith("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    private String sign(String method, String path, Map<String, String> headers) {
        URI address = URI.create("https://examplebucket.s3.amazonaws.com" + path);
        return signature.headers(method, address, headers, NOTHING, THEN).get("authorization");
    }
}
