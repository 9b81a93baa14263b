package plenum.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Says to push services who sends (RFC 8292): a token for each, signed with ES256 (RFC 7518 section 3.4). The key is derived from the server's secret
 * and never stored; a browser takes notices only from whoever has it, so that with another secret all devices have to be turned on anew.
 */
final class Vapid {
    /** RFC 8292 section 2 allows a day; clocks differ. */
    static final Duration HOLDS = Duration.ofHours(12);

    private static final String PURPOSE = "web-push-vapid";
    /** 128 bits more than the order has, so that no scalar is more likely than another (FIPS 186-5 section A.2.1). */
    private static final int WIDE_BYTES = 48;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ECPrivateKey key;
    private final String publicKey;
    private final String contact;

    /**
     * @param secret the server's
     * @param contact whom a push service may write to about what this server sends: an https or mailto address
     */
    Vapid(byte[] secret, String contact) {
        BigInteger scalar = new BigInteger(1, wide(secret))
                .mod(P256.order().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        this.key = P256.privateKey(scalar);
        this.publicKey = BASE64.encodeToString(P256.point(P256.publicKeyOf(scalar)));
        this.contact = contact;
    }

    /** What a browser subscribes with: a point of 65 bytes in Base64 for addresses. */
    String publicKey() {
        return publicKey;
    }

    /** The header {@code Authorization} for a request to an endpoint (RFC 8292 section 3). */
    String authorization(URI endpoint, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", origin(endpoint));
        claims.put("exp", now.plus(HOLDS).getEpochSecond());
        claims.put("sub", contact);
        return "vapid t=" + signed(claims) + ", k=" + publicKey;
    }

    /** Scheme, host, and the port where it is not the usual one (RFC 6454 section 6.1). */
    static String origin(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getHost()
                + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort());
    }

    private String signed(Map<String, Object> claims) {
        String body = part(Map.of("typ", "JWT", "alg", "ES256")) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(body.getBytes(StandardCharsets.US_ASCII));
            return body + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ECDSA", e);
        }
    }

    private static String part(Map<String, Object> fields) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are JSON", e);
        }
    }

    private static byte[] wide(byte[] secret) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand(PURPOSE.getBytes(StandardCharsets.US_ASCII), WIDE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has HKDF with SHA-256", e);
        }
    }
}
