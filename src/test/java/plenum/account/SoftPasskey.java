package plenum.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;

/** An authenticator and its browser, in software (W3C Web Authentication sections 5.8.1, 6.1 and 6.5): an ECDSA key, no attestation. */
final class SoftPasskey {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRESENT = 1;
    private static final int ATTESTED = 64;

    private final byte[] id = ByteBuffer.allocate(16)
            .putLong(UUID.randomUUID().getMostSignificantBits())
            .putLong(UUID.randomUUID().getLeastSignificantBits())
            .array();
    private final KeyPair keys;
    private final AttestedCredentialDataConverter converter =
            new AttestedCredentialDataConverter(new ObjectConverter());
    String origin = "https://meet.example.org";
    String site = "meet.example.org";
    int counter = 1;

    SoftPasskey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers {@code navigator.credentials.create}. */
    String create(String options) {
        byte[] client = client("webauthn.create", options);
        AttestedCredentialData credential = new AttestedCredentialData(
                AAGUID.ZERO, id, EC2COSEKey.create((ECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.ES256));
        byte[] data = join(authenticatorData(PRESENT | ATTESTED), converter.convert(credential));
        ObjectNode response = JSON.createObjectNode()
                .put("clientDataJSON", base64(client))
                .put("attestationObject", base64(attestation(data)));
        response.putArray("transports").add("internal");
        counter++;
        return answer(response);
    }

    /** Answers {@code navigator.credentials.get}. */
    String get(String options) {
        byte[] client = client("webauthn.get", options);
        byte[] data = authenticatorData(PRESENT);
        counter++;
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(join(data, sha256(client)));
            return answer(JSON.createObjectNode()
                    .put("clientDataJSON", base64(client))
                    .put("authenticatorData", base64(data))
                    .put("signature", base64(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] client(String type, String options) {
        try {
            JsonNode asked = JSON.readTree(options);
            return JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("type", type)
                    .put("challenge", asked.path("challenge").asText())
                    .put("origin", origin)
                    .put("crossOrigin", false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] authenticatorData(int flags) {
        return ByteBuffer.allocate(37)
                .put(sha256(site.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(counter)
                .array();
    }

    private String answer(ObjectNode response) {
        ObjectNode answer = JSON.createObjectNode()
                .put("id", base64(id))
                .put("rawId", base64(id))
                .put("type", "public-key");
        answer.set("response", response);
        answer.putObject("clientExtensionResults");
        return answer.toString();
    }

    /** CBOR by hand (RFC 8949): a map of "fmt": "none", "attStmt": {} and "authData": bytes. */
    private static byte[] attestation(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0xA3);
        text(out, "fmt");
        text(out, "none");
        text(out, "attStmt");
        out.write(0xA0);
        text(out, "authData");
        out.write(0x59);
        out.write(data.length >> 8);
        out.write(data.length);
        out.writeBytes(data);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
