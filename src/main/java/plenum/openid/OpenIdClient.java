package plenum.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Settings.OpenIdProvider;

/** Talks to one provider. Whatever it answers wrongly proves nothing, and is a line in the log. Blocks on the network, for seconds at most. */
final class OpenIdClient {
    private static final Logger log = LoggerFactory.getLogger(OpenIdClient.class);
    private static final int PATIENCE_MILLIS = 5000;
    private static final Duration METADATA_LAST = Duration.ofHours(1);
    /** Signatures by keys that the provider publishes; one by the client's own secret, or none, proves too little. */
    static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private final OpenIdProvider provider;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    /** What the provider says of itself (OpenID Connect Discovery 1.0), and its keys. */
    private record Known(OIDCProviderMetadata metadata, JWSKeySelector<SecurityContext> keys, Instant at) {}

    OpenIdClient(OpenIdProvider provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /** Where the browser is sent; empty when the provider cannot be reached. */
    Optional<URI> authorization(URI back, String state, String nonce, String verifier) {
        return known().map(found -> new AuthenticationRequest.Builder(ResponseType.CODE, scope(), client(), back)
                .endpointURI(found.metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(nonce))
                .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
                .build()
                .toURI());
    }

    /** What a code proves; empty when it proves nothing. */
    Optional<Proven> redeem(URI back, String code, String nonce, String verifier) {
        return known().flatMap(found -> {
            try {
                OIDCTokens tokens = tokens(found, back, code, verifier);
                JWTClaimsSet claims = new IDTokenValidator(issuer(), client(), found.keys(), null)
                        .validate(tokens.getIDToken(), new Nonce(nonce))
                        .toJWTClaimsSet();
                Map<String, Object> all = new HashMap<>(userInfo(found, tokens.getAccessToken(), claims.getSubject()));
                all.putAll(claims.getClaims());
                return Optional.of(proven(claims, all, tokens.getIDTokenString()));
            } catch (IOException | GeneralException | BadJOSEException | JOSEException e) {
                log.warn("the provider {} answered what cannot be used", provider.id(), e);
                return Optional.empty();
            }
        });
    }

    private OIDCTokens tokens(Known found, URI back, String code, String verifier)
            throws IOException, GeneralException {
        TokenRequest request = new TokenRequest.Builder(
                        found.metadata().getTokenEndpointURI(),
                        new ClientSecretBasic(client(), new Secret(provider.secret())),
                        new AuthorizationCodeGrant(new AuthorizationCode(code), back, new CodeVerifier(verifier)))
                .build();
        var response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            throw new GeneralException(
                    "no tokens: " + response.toErrorResponse().getErrorObject().getCode());
        }
        return ((com.nimbusds.openid.connect.sdk.OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    }

    /** Of the same subject alone (section 5.3.2). */
    private static Map<String, Object> userInfo(Known found, AccessToken token, String subject)
            throws IOException, GeneralException {
        URI endpoint = found.metadata().getUserInfoEndpointURI();
        if (endpoint == null) {
            return Map.of();
        }
        HTTPResponse response = send(new UserInfoRequest(endpoint, token).toHTTPRequest());
        Map<String, Object> claims = response.indicatesSuccess() ? response.getBodyAsJSONObject() : Map.of();
        return subject.equals(claims.get("sub")) ? claims : Map.of();
    }

    private Proven proven(JWTClaimsSet claims, Map<String, Object> all, String token) {
        boolean verified = Boolean.TRUE.equals(all.get("email_verified"));
        return new Proven(
                claims.getSubject(),
                text(all, "email").filter(email -> verified),
                text(all, "name").or(() -> text(all, "preferred_username")),
                all.get(provider.groupsClaim()) instanceof List<?> groups
                        ? groups.stream().map(String::valueOf).toList()
                        : List.of(),
                text(all, "sid"),
                token);
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** Whom the provider has signed out (OpenID Connect Back-Channel Logout 1.0); empty when the token is not one of its own. */
    Optional<LogoutTokenClaimsSet> signedOut(String token) {
        return known().flatMap(found -> {
            try {
                JWT parsed = JWTParser.parse(token);
                return Optional.of(new LogoutTokenValidator(issuer(), client(), found.keys(), null).validate(parsed));
            } catch (ParseException | BadJOSEException | JOSEException e) {
                log.warn("a wrong logout token for the provider {}", provider.id(), e);
                return Optional.empty();
            }
        });
    }

    /** Where the browser is sent to be signed out there, too (OpenID Connect RP-Initiated Logout 1.0); empty when the provider has no such page. */
    Optional<URI> logout(String token, URI after) {
        return known().map(Known::metadata)
                .map(OIDCProviderMetadata::getEndSessionEndpointURI)
                .map(endpoint -> {
                    try {
                        return new LogoutRequest(endpoint, JWTParser.parse(token), after, null).toURI();
                    } catch (ParseException e) {
                        throw new IllegalStateException("a token that was read before", e);
                    }
                });
    }

    private Optional<Known> known() {
        Known held = known;
        if (held != null && held.at().plus(METADATA_LAST).isAfter(clock.instant())) {
            return Optional.of(held);
        }
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer(), PATIENCE_MILLIS, PATIENCE_MILLIS);
            JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL())
                    .retrying(true)
                    .build();
            held = new Known(metadata, new JWSVerificationKeySelector<>(ALGORITHMS, source), clock.instant());
            known = held;
            return Optional.of(held);
        } catch (IOException | GeneralException e) {
            log.warn("the provider {} cannot be reached", provider.id(), e);
            return Optional.ofNullable(held);
        }
    }

    private static HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(PATIENCE_MILLIS);
        request.setReadTimeout(PATIENCE_MILLIS);
        request.setFollowRedirects(false);
        return request.send();
    }

    private Scope scope() {
        Scope scope = new Scope("openid", "profile", "email");
        provider.scopes().forEach(scope::add);
        return scope;
    }

    private Issuer issuer() {
        return new Issuer(provider.issuer());
    }

    private ClientID client() {
        return new ClientID(provider.client());
    }
}
