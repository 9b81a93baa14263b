package plenum.mediaserver.transport;

/** ICE checks as bytes, for tests that send them from anywhere. */
public final class Nominations {
    private Nominations() {}

    /** A check that nominates (RFC 8445 section 7.2.2), as whoever knows the credentials can write it. */
    public static byte[] nomination(String serverUfrag, String serverPassword, String browserUfrag) {
        return new StunWriter(StunMessage.BINDING_REQUEST, new byte[12])
                .text(StunMessage.USERNAME, serverUfrag + ":" + browserUfrag)
                .longNumber(StunMessage.ICE_CONTROLLING, 1)
                .attribute(StunMessage.USE_CANDIDATE)
                .sign(serverPassword);
    }
}
