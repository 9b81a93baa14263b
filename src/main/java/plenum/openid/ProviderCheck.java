package plenum.openid;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import plenum.platform.Settings.OpenIdProvider;

/**
 * Tries a provider out as far as that goes without a person: its discovery document, its keys, and whether it knows the client. It stops at
 * the first thing without which the rest cannot be asked for. Blocks on the network, for {@value #SECONDS} seconds for each answer at most.
 */
public final class ProviderCheck {
    private static final int SECONDS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(SECONDS);
    private static final long LONGEST_ANSWER = 262_144;
    private static final int LONGEST_DETAIL = 300;
    private static final Set<KeyType> PUBLIC_KEYS = Set.of(KeyType.RSA, KeyType.EC);

    /** How bad it is. */
    public enum Level {
        GOOD,
        /** Signing in works without it. */
        NOTE,
        BAD
    }

    /** What can be found. The words for it are {@code admin.provider.found.NAME}. */
    public enum Kind {
        DISCOVERED(Level.GOOD),
        UNKNOWN_HOST(Level.BAD),
        UNREACHABLE(Level.BAD),
        SLOW(Level.BAD),
        TLS(Level.BAD),
        STATUS(Level.BAD),
        NOT_JSON(Level.BAD),
        INCOMPLETE(Level.BAD),
        OTHER_ISSUER(Level.BAD),
        NO_CODE_FLOW(Level.BAD),
        NO_PKCE(Level.BAD),
        NO_BASIC(Level.BAD),
        SCOPES(Level.NOTE),
        NO_BACK_CHANNEL(Level.NOTE),
        KEYS(Level.GOOD),
        NO_KEYS(Level.BAD),
        KEYS_UNREADABLE(Level.BAD),
        CLIENT(Level.GOOD),
        CLIENT_WRONG(Level.BAD),
        CLIENT_FLOW(Level.BAD),
        CLIENT_UNSURE(Level.NOTE);

        private final Level level;

        Kind(Level level) {
            this.level = level;
        }

        public Level level() {
            return level;
        }
    }

    /** @param detail what the words are about: an address, a number, what the provider said; at most {@value #LONGEST_DETAIL} characters */
    public record Finding(Kind kind, String detail) {
        public Finding {
            detail = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        }
    }

    private final OpenIdProvider provider;
    private final URI back;
    private final HttpClient http;
    private final List<Finding> found = new ArrayList<>();

    private ProviderCheck(OpenIdProvider provider, URI back, HttpClient http) {
        this.provider = provider;
        this.back = back;
        this.http = http;
    }

    /**
     * In the order of looking.
     *
     * @param back where the provider sends browsers, as it was registered there
     */
    public static List<Finding> of(OpenIdProvider provider, URI back) {
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            ProviderCheck check = new ProviderCheck(provider, back, http);
            check.look();
            return List.copyOf(check.found);
        }
    }

    private void look() {
        URI address = URI.create(provider.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration");
        Optional<OIDCProviderMetadata> metadata = get(address).flatMap(text -> read(text, address));
        if (metadata.isEmpty()) {
            return;
        }
        lookAt(metadata.get());
        if (found.stream().noneMatch(finding -> finding.kind().level() == Level.BAD)) {
            lookAtKeys(metadata.get().getJWKSetURI());
            lookAtClient(metadata.get().getTokenEndpointURI());
        }
    }

    private Optional<String> get(URI address) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
            if (answer.statusCode() == 200) {
                return Optional.of(answer.body());
            }
            return none(Kind.STATUS, answer.statusCode() + " (" + address + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none(Kind.SLOW, address.toString());
        } catch (IOException e) {
            return none(kindOf(e), address.toString());
        }
    }

    private static Kind kindOf(IOException e) {
        if (e instanceof SSLException) {
            return Kind.TLS;
        }
        if (e instanceof HttpTimeoutException) {
            return Kind.SLOW;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.nio.channels.UnresolvedAddressException
                    || cause instanceof java.net.UnknownHostException) {
                return Kind.UNKNOWN_HOST;
            }
        }
        return Kind.UNREACHABLE;
    }

    private Optional<OIDCProviderMetadata> read(String text, URI address) {
        try {
            JSONObjectUtils.parse(text);
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            return none(Kind.NOT_JSON, address.toString());
        }
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(text);
            String said = metadata.getIssuer().getValue();
            if (!said.equals(provider.issuer())) {
                return none(Kind.OTHER_ISSUER, said);
            }
            if (metadata.getTokenEndpointURI() == null || metadata.getAuthorizationEndpointURI() == null) {
                return none(Kind.INCOMPLETE, "token_endpoint, authorization_endpoint");
            }
            add(Kind.DISCOVERED, address.toString());
            return Optional.of(metadata);
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            return none(Kind.INCOMPLETE, String.valueOf(e.getMessage()));
        }
    }

    /** What is not said has the default of the specification (OpenID Connect Discovery 1.0 section 3); PKCE is then tried without a promise. */
    private void lookAt(OIDCProviderMetadata metadata) {
        if (!metadata.getResponseTypes().contains(ResponseType.CODE)) {
            add(Kind.NO_CODE_FLOW, metadata.getResponseTypes().toString());
        }
        List<CodeChallengeMethod> challenges = metadata.getCodeChallengeMethods();
        if (challenges != null && !challenges.contains(CodeChallengeMethod.S256)) {
            add(Kind.NO_PKCE, challenges.toString());
        }
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        if (methods != null && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)) {
            add(Kind.NO_BASIC, methods.toString());
        }
        if (metadata.getScopes() != null) {
            List<String> unknown = provider.scopes().stream()
                    .filter(scope -> !metadata.getScopes().contains(scope))
                    .toList();
            if (!unknown.isEmpty()) {
                add(Kind.SCOPES, String.join(" ", unknown));
            }
        }
        if (!metadata.supportsBackChannelLogout()) {
            add(Kind.NO_BACK_CHANNEL, provider.issuer());
        }
    }

    private void lookAtKeys(URI address) {
        get(address).ifPresent(text -> {
            try {
                long usable = JWKSet.parse(text).getKeys().stream()
                        .filter(ProviderCheck::canSign)
                        .count();
                add(usable == 0 ? Kind.NO_KEYS : Kind.KEYS, Long.toString(usable));
            } catch (ParseException e) {
                add(Kind.KEYS_UNREADABLE, address.toString());
            }
        });
    }

    private static boolean canSign(JWK key) {
        boolean use = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        boolean algorithm = key.getAlgorithm() == null
                || OpenIdClient.ALGORITHMS.stream()
                        .anyMatch(one -> one.getName().equals(key.getAlgorithm().getName()));
        return PUBLIC_KEYS.contains(key.getKeyType()) && use && algorithm;
    }

    /** A code that nobody has given out: a provider that knows the client refuses the code, one that does not refuses the client (RFC 6749 section 5.2). */
    private void lookAtClient(URI endpoint) {
        try {
            HTTPRequest request = new TokenRequest.Builder(
                            endpoint,
                            new ClientSecretBasic(new ClientID(provider.client()), new Secret(provider.secret())),
                            new AuthorizationCodeGrant(
                                    new AuthorizationCode("a-code-to-check-the-client"), back, new CodeVerifier()))
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(SECONDS * 1000);
            request.setReadTimeout(SECONDS * 1000);
            request.setFollowRedirects(false);
            var error = TokenErrorResponse.parse(request.send()).getErrorObject();
            String code = error == null || error.getCode() == null ? "" : error.getCode();
            add(
                    switch (code) {
                        case "invalid_grant" -> Kind.CLIENT;
                        case "invalid_client" -> Kind.CLIENT_WRONG;
                        case "unauthorized_client" -> Kind.CLIENT_FLOW;
                        default -> Kind.CLIENT_UNSURE;
                    },
                    code.isEmpty() ? provider.client() : code);
        } catch (IOException | com.nimbusds.oauth2.sdk.ParseException e) {
            add(Kind.CLIENT_UNSURE, endpoint.toString());
        }
    }

    private void add(Kind kind, String detail) {
        found.add(new Finding(kind, detail));
    }

    private <T> Optional<T> none(Kind kind, String detail) {
        add(kind, detail);
        return Optional.empty();
    }
}
