package plenum.mediaserver.transport;

/** The SRTP protection profiles that we speak, the preferred one first (RFC 5764 section 4.1.2, RFC 7714 section 14.2). */
enum SrtpProfile {
    AEAD_AES_128_GCM(0x0007, 16, 12, 16),
    AES128_CM_HMAC_SHA1_80(0x0001, 16, 14, 10);

    /** The longest trailer that protection adds to a packet: SRTCP's index and a GCM tag. */
    static final int MAX_TRAILER = 20;

    private final int id;
    private final int keyLength;
    private final int saltLength;
    private final int tagLength;

    SrtpProfile(int id, int keyLength, int saltLength, int tagLength) {
        this.id = id;
        this.keyLength = keyLength;
        this.saltLength = saltLength;
        this.tagLength = tagLength;
    }

    int id() {
        return id;
    }

    int keyLength() {
        return keyLength;
    }

    int saltLength() {
        return saltLength;
    }

    int tagLength() {
        return tagLength;
    }
}
