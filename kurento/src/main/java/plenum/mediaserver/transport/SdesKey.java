package plenum.mediaserver.transport;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A master key with its salt as a description carries it (RFC 4568): who reads the description can read the media. */
public final class SdesKey {
    /** The only suite that we speak: the one that every device has. */
    public static final String SUITE = "AES_CM_128_HMAC_SHA1_80";

    private static final SrtpProfile PROFILE = SrtpProfile.AES128_CM_HMAC_SHA1_80;
    private static final int LENGTH = PROFILE.keyLength() + PROFILE.saltLength();
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\d{1,9} " + SUITE + " inline:([A-Za-z0-9+/]{40}={0,2})(\\|\\S*)?( .*)?");

    private final byte[] keyAndSalt;

    private SdesKey(byte[] keyAndSalt) {
        this.keyAndSalt = keyAndSalt;
    }

    static SdesKey random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new SdesKey(bytes);
    }

    /** Empty when it is not as long as key and salt are. */
    public static Optional<SdesKey> of(byte[] keyAndSalt) {
        return keyAndSalt.length == LENGTH ? Optional.of(new SdesKey(keyAndSalt.clone())) : Optional.empty();
    }

    /** From the value of a crypto attribute; empty when it is of another suite or cannot be read. */
    static Optional<SdesKey> read(String attribute) {
        Matcher matcher = ATTRIBUTE.matcher(attribute);
        return matcher.matches() ? of(Base64.getDecoder().decode(matcher.group(1))) : Optional.empty();
    }

    /** The value of the crypto attribute. */
    public String attribute() {
        return "1 " + SUITE + " inline:" + Base64.getEncoder().encodeToString(keyAndSalt);
    }

    SrtpKeys keys() {
        return new SrtpKeys(
                PROFILE,
                Arrays.copyOf(keyAndSalt, PROFILE.keyLength()),
                Arrays.copyOfRange(keyAndSalt, PROFILE.keyLength(), LENGTH));
    }
}
