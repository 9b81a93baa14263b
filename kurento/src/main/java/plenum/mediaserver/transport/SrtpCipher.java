package plenum.mediaserver.transport;

/**
 * Encryption and authentication of one direction's RTP or RTCP: a transform of RFC 3711 or RFC 7714. It knows no packet formats: it is
 * given the part in clear, the part to encrypt and the packet's index.
 *
 * <p>{@code index} is the 48-bit packet index (roll-over counter and sequence number) of SRTP or the 31-bit index of SRTCP.
 */
sealed interface SrtpCipher permits GcmCipher, CounterModeCipher {
    /**
     * Encrypts {@code data[from..end)} in place and appends the tag.
     *
     * @param trailer 32 bits that follow the packet on the wire and are authenticated: SRTCP's index word, or the roll-over counter
     *     of the counter mode transform
     * @return the end of the tag
     */
    int seal(byte[] data, int from, int end, int ssrc, long index, int trailer);

    /**
     * Checks and decrypts {@code data[from..end)}, tag included, in place.
     *
     * @return the end of the plain text, or -1 when it is not authentic
     */
    int open(byte[] data, int from, int end, int ssrc, long index, int trailer);
}
