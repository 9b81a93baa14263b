package plenum.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.account.SecondFactors.Passkey;
import plenum.platform.SiteAddress;

/**
 * Passkeys as a second factor (W3C Web Authentication level 3). They are bound to the site's public address, so that a phishing page cannot
 * use them. Blocks on the database.
 */
public final class Passkeys {
    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final int CHALLENGE_BYTES = 32;
    private static final int LONGEST_ANSWER = 20_000;
    private static final int MINUTES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** In the order of preference: EdDSA, ECDSA and RSA, as every authenticator has one of them (RFC 9053 sections 2.1, 2.2; RFC 8812). */
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private final SecondFactors factors;
    private final String site;
    private final String origin;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    public Passkeys(SecondFactors factors, SiteAddress address, RandomGenerator random, InstantSource clock) {
        this.factors = factors;
        URI url = URI.create(address.base());
        this.site = url.getHost();
        this.origin = url.getScheme() + "://" + url.getAuthority();
        this.random = random;
        this.clock = clock;
    }

    /**
     * What a browser is asked for.
     *
     * @param challenge what has to be signed; kept until the answer comes
     * @param json for {@code PublicKeyCredential.parse…OptionsFromJSON} (section 5.1.9 and 5.1.10)
     */
    record Asked(byte[] challenge, String json) {}

    /** To make a new one for an account. */
    Asked askForNew(Account account, List<Passkey> known) {
        byte[] challenge = challenge();
        ObjectNode options = options(challenge);
        options.putObject("rp").put("id", site).put("name", site);
        options.putObject("user")
                .put("id", base64(bytes(account.id())))
                .put("name", account.email().text())
                .put("displayName", account.name().text());
        ArrayNode algorithms = options.putArray("pubKeyCredParams");
        ALGORITHMS.forEach(
                algorithm -> algorithms.addObject().put("type", "public-key").put("alg", algorithm.getValue()));
        options.set("excludeCredentials", list(known));
        options.put("attestation", "none");
        options.putObject("authenticatorSelection")
                .put("residentKey", "preferred")
                .put("userVerification", "preferred");
        return new Asked(challenge, options.toString());
    }

    /** To show one of those that are known. */
    Asked ask(List<Passkey> known) {
        byte[] challenge = challenge();
        ObjectNode options = options(challenge);
        options.put("rpId", site);
        options.set("allowCredentials", list(known));
        options.put("userVerification", "preferred");
        return new Asked(challenge, options.toString());
    }

    /** Keeps what a browser made; empty when it is not what it was asked for. */
    Optional<Passkey> add(UUID account, byte[] challenge, String answer, String name) {
        Optional<AuthenticatorData<?>> made = read(answer, manager::parseRegistrationResponseJSON)
                .filter(data -> isRight(() ->
                        manager.verify(data, new RegistrationParameters(server(challenge), algorithms(), false, true))))
                .map(RegistrationData::getAttestationObject)
                .map(AttestationObject::getAuthenticatorData);
        Optional<AttestedCredentialData> credential = made.map(AuthenticatorData::getAttestedCredentialData);
        if (credential.isEmpty()
                || factors.passkey(credential.get().getCredentialId()).isPresent()) {
            return Optional.empty();
        }
        Passkey passkey = new Passkey(
                UUID.randomUUID(),
                account,
                credential.get().getCredentialId(),
                credentials.convert(credential.get()),
                made.get().getSignCount(),
                name,
                clock.instant(),
                Optional.empty());
        factors.addPasskey(passkey);
        return Optional.of(passkey);
    }

    /** Whether the answer shows one of the account's passkeys. One whose counter went back may be a copy (section 6.1.1), and is refused. */
    boolean verify(UUID account, byte[] challenge, String answer) {
        Optional<AuthenticationData> shown = read(answer, manager::parseAuthenticationResponseJSON);
        Optional<Passkey> passkey = shown.map(AuthenticationData::getCredentialId)
                .flatMap(factors::passkey)
                .filter(found -> found.account().equals(account));
        if (passkey.isEmpty()
                || !isRight(() -> manager.verify(
                        shown.get(),
                        new AuthenticationParameters(server(challenge), record(passkey.get()), null, false, true)))) {
            return false;
        }
        long counter = shown.map(AuthenticationData::getAuthenticatorData)
                .map(AuthenticatorData::getSignCount)
                .orElse(passkey.get().counter());
        factors.usedPasskey(passkey.get().id(), counter, clock.instant());
        return true;
    }

    /** Decodes a browser's response by the library, which throws different exceptions for different defects. */
    private static <T> Optional<T> read(String answer, Function<String, T> parser) {
        if (answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(parser.apply(answer));
        } catch (RuntimeException e) {
            log.debug("a passkey's answer cannot be read", e);
            return Optional.empty();
        }
    }

    private static boolean isRight(Runnable verification) {
        try {
            verification.run();
            return true;
        } catch (WebAuthnException e) {
            log.debug("a passkey's answer was refused", e);
            return false;
        }
    }

    private CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                passkey.counter(),
                credentials.convert(passkey.credential()),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(origin))
                .rpId(site)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static List<PublicKeyCredentialParameters> algorithms() {
        return ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }

    private ObjectNode options(byte[] challenge) {
        return JSON.createObjectNode().put("challenge", base64(challenge)).put("timeout", MINUTES * 60_000);
    }

    private static ArrayNode list(List<Passkey> known) {
        ArrayNode list = JSON.createArrayNode();
        known.forEach(passkey -> list.addObject().put("type", "public-key").put("id", base64(passkey.credentialId())));
        return list;
    }

    private byte[] challenge() {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        return challenge;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
