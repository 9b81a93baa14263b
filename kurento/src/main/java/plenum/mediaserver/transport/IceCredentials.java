package plenum.mediaserver.transport;

import java.security.SecureRandom;

/** The user name fragment and password of one side (RFC 8839 section 5.4). */
public record IceCredentials(String ufrag, String password) {
    private static final String ICE_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int UFRAG_LENGTH = 8;
    private static final int PASSWORD_LENGTH = 24;

    /** Fresh ones: 48 and 144 bits, more than the RFC's 24 and 128; the ufrag also selects the peer on a shared port. */
    public static IceCredentials random(SecureRandom random) {
        return new IceCredentials(text(random, UFRAG_LENGTH), text(random, PASSWORD_LENGTH));
    }

    private static String text(SecureRandom random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ICE_CHARACTERS.charAt(random.nextInt(ICE_CHARACTERS.length())));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "IceCredentials[" + ufrag + "]"; // the password stays out of logs
    }
}
