package plenum.drive;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.Settings;

/**
 * Signs the addresses that files are served under: which file, which version, for whom, how, until when. Whoever asks has to be that person,
 * or the share has to hold still: a ticket alone opens nothing but what a page of ours showed.
 */
@ApplicationScoped
@NullUnmarked
public class FileTickets {
    /** Long enough to watch a film and seek in it. */
    static final Duration HOLDS = Duration.ofHours(12);

    private static final int SIGNATURE = 32;
    private static final int BODY = 2 * 16 + 4 + 2 + 8;

    @Inject
    Settings settings;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    private SecretKey key;

    /** How a file is to be answered. */
    public enum Use {
        DOWNLOAD,
        /** In a page, if it is harmless there. */
        INLINE,
        /** The small picture. */
        PREVIEW
    }

    /**
     * What a ticket says.
     *
     * @param version 0: the current one
     * @param share whether {@code holder} is a share; else it is an account
     */
    public record Ticket(UUID item, int version, Use use, boolean share, UUID holder, Instant until) {}

    @PostConstruct
    void makeKey() {
        byte[] secret = settings.services().accounts().secret().orElseGet(() -> {
            byte[] drawn = new byte[SIGNATURE]; // tickets end with the process then
            random.nextBytes(drawn);
            return drawn;
        });
        try {
            key = new SecretKeySpec(
                    KDF.getInstance("HKDF-SHA256")
                            .deriveData(HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand("file-ticket".getBytes(StandardCharsets.US_ASCII), SIGNATURE)),
                    "HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has HKDF with SHA-256", e);
        }
    }

    /** For an address. */
    public String issue(UUID item, int version, Use use, boolean share, UUID holder) {
        byte[] body = ByteBuffer.allocate(BODY)
                .putLong(item.getMostSignificantBits())
                .putLong(item.getLeastSignificantBits())
                .putLong(holder.getMostSignificantBits())
                .putLong(holder.getLeastSignificantBits())
                .putInt(version)
                .put((byte) use.ordinal())
                .put((byte) (share ? 1 : 0))
                .putLong(clock.instant().plus(HOLDS).getEpochSecond())
                .array();
        byte[] signed =
                ByteBuffer.allocate(BODY + SIGNATURE).put(body).put(sign(body)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** Empty when it is not ours, was changed, or does not hold any more. */
    Optional<Ticket> read(String text) {
        if (text.length() > 4 * (BODY + SIGNATURE) / 3 + 4) {
            return Optional.empty();
        }
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (signed.length != BODY + SIGNATURE) {
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(signed);
        byte[] body = new byte[BODY];
        byte[] signature = new byte[SIGNATURE];
        parts.get(body).get(signature);
        if (!MessageDigest.isEqual(signature, sign(body))) {
            return Optional.empty();
        }
        ByteBuffer said = ByteBuffer.wrap(body);
        UUID item = new UUID(said.getLong(), said.getLong());
        UUID holder = new UUID(said.getLong(), said.getLong());
        int version = said.getInt();
        Use use = Use.values()[said.get()];
        boolean share = said.get() == 1;
        Instant until = Instant.ofEpochSecond(said.getLong());
        return clock.instant().isBefore(until)
                ? Optional.of(new Ticket(item, version, use, share, holder, until))
                : Optional.empty();
    }

    /** Proves to ourselves that somebody knew something. */
    String prove(String what) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sign(what.getBytes(StandardCharsets.UTF_8)));
    }

    boolean proves(String proof, String what) {
        return MessageDigest.isEqual(
                proof.getBytes(StandardCharsets.US_ASCII), prove(what).getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }
}
