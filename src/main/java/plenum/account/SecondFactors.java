package plenum.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.platform.SecretToken;

/** Stores and reads second factors, and sign-ins that wait for one. Its methods block on the database. */
public interface SecondFactors {
    /** Whether there is a confirmed one. */
    boolean has(UUID account);

    /** The sealed secret of one-time passwords, confirmed or not. */
    Optional<Totp> totp(UUID account);

    /** Replaces what is there; it counts as soon as it is confirmed. */
    void setTotp(UUID account, byte[] sealedSecret);

    /** Takes a time step, so that a code works once; false when it or a later one was used. The first one confirms. */
    boolean useTotpStep(UUID account, long step);

    void removeTotp(UUID account);

    List<Passkey> passkeys(UUID account);

    Optional<Passkey> passkey(byte[] credentialId);

    void addPasskey(Passkey passkey);

    void usedPasskey(UUID passkey, long counter, Instant at);

    void removePasskey(UUID account, UUID passkey);

    /** Replaces all. */
    void setRecoveryCodes(UUID account, List<String> codes);

    /** Each works once. */
    boolean useRecoveryCode(UUID account, String code);

    int countRecoveryCodes(UUID account);

    /** Begins the second step of signing in; lasts ten minutes. */
    SecretToken begin(UUID account);

    /** The account that a second step belongs to; empty when the step has ended. */
    Optional<UUID> begun(String token);

    /** Counts a try; false after five, and then it is over. */
    boolean tryStep(String token);

    void setChallenge(String token, byte[] challenge);

    Optional<byte[]> takeChallenge(String token);

    void end(String token);

    int forgetOld();

    /** @param confirmed whether a code of it was right once */
    record Totp(byte[] sealedSecret, boolean confirmed) {}

    /**
     * A passkey (W3C Web Authentication).
     *
     * @param credential its public key and identifiers (attested credential data, section 6.5.1)
     * @param counter of signatures, where the authenticator counts
     */
    record Passkey(
            UUID id,
            UUID account,
            byte[] credentialId,
            byte[] credential,
            long counter,
            String name,
            Instant createdAt,
            Optional<Instant> usedAt) {}
}
