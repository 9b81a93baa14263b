package plenum.mediaserver.transport;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * SRTP and SRTCP of one peer (RFC 3711): protects what is sent and unprotects what is received, in place. Keeps the roll-over counter
 * and the replay window of each source; the number of sources is limited, because each costs memory.
 */
final class SrtpSession {
    private static final int MAX_SOURCES = 32;
    private static final int RTP_HEADER = 12;
    private static final int RTCP_HEADER = 8;
    private static final int ENCRYPTED = 0x80000000;

    /** One synchronisation source in one direction. */
    private static final class Source {
        final int ssrc;
        final ReplayWindow replay = new ReplayWindow();
        final ReplayWindow rtcpReplay = new ReplayWindow();
        long highest = -1;
        int rtcpIndex;

        Source(int ssrc) {
            this.ssrc = ssrc;
        }
    }

    /** The sources of one direction: few, and mostly the same one twice in a row. */
    private static final class Sources {
        private final Source[] known = new Source[MAX_SOURCES];
        private int count;
        private @Nullable Source last;

        @Nullable
        Source find(int ssrc) {
            if (last != null && last.ssrc == ssrc) {
                return last;
            }
            for (int i = 0; i < count; i++) {
                if (known[i].ssrc == ssrc) {
                    last = known[i];
                    return last;
                }
            }
            return null;
        }

        /** Keeps a source whose first packet was authentic; false when there are too many. */
        boolean add(Source source) {
            if (count == MAX_SOURCES) {
                return false;
            }
            known[count++] = source;
            return true;
        }
    }

    private final SrtpProfile profile;
    private final SrtpCipher sealRtp;
    private final SrtpCipher sealRtcp;
    private final SrtpCipher openRtp;
    private final SrtpCipher openRtcp;
    private final Sources sending = new Sources();
    private final Sources receiving = new Sources();

    SrtpSession(SrtpKeys sendKeys, SrtpKeys receiveKeys) {
        profile = sendKeys.profile();
        sealRtp = cipher(sendKeys, false);
        sealRtcp = cipher(sendKeys, true);
        openRtp = cipher(receiveKeys, false);
        openRtcp = cipher(receiveKeys, true);
    }

    private static SrtpCipher cipher(SrtpKeys keys, boolean rtcp) {
        return switch (keys.profile()) {
            case AEAD_AES_128_GCM -> new GcmCipher(keys, rtcp);
            case AES128_CM_HMAC_SHA1_80 -> new CounterModeCipher(keys, rtcp);
        };
    }

    SrtpProfile profile() {
        return profile;
    }

    /**
     * Protects an RTP packet of ours; the array has room for the tag.
     *
     * @return the new length, or -1 when there are too many sources
     */
    int protectRtp(byte[] packet, int length) {
        int ssrc = word(packet, 8);
        Source source = sending.find(ssrc);
        if (source == null) {
            source = new Source(ssrc);
            if (!sending.add(source)) {
                return -1;
            }
        }
        int sequence = half(packet, 2);
        long index = index(source.highest, sequence);
        source.highest = Math.max(source.highest, index);
        return sealRtp.seal(packet, headerLength(packet), length, ssrc, index, (int) (index >> 16));
    }

    /** Unprotects an RTP packet; answers its plain length, or -1 when it is malformed, replayed or not authentic. */
    int unprotectRtp(byte[] packet, int length) {
        if (length < RTP_HEADER) {
            return -1;
        }
        int header = headerLength(packet);
        if (header > length) {
            return -1;
        }
        int ssrc = word(packet, 8);
        Source known = receiving.find(ssrc);
        Source source = known == null ? new Source(ssrc) : known;
        long index = index(source.highest, half(packet, 2));
        if (index < 0 || !source.replay.isNew(index)) {
            return -1;
        }
        int end = openRtp.open(packet, header, length, ssrc, index, (int) (index >> 16));
        if (end < 0 || known == null && !receiving.add(source)) {
            return -1;
        }
        source.replay.record(index);
        source.highest = Math.max(source.highest, index);
        return end;
    }

    /** Protects a compound RTCP packet (RFC 3711 section 3.4); the array has room for index and tag. */
    int protectRtcp(byte[] packet, int length) {
        int ssrc = word(packet, 4);
        Source source = sending.find(ssrc);
        if (source == null) {
            source = new Source(ssrc);
            if (!sending.add(source)) {
                return -1;
            }
        }
        int index = source.rtcpIndex;
        source.rtcpIndex = index + 1 & ~ENCRYPTED;
        int end = sealRtcp.seal(packet, RTCP_HEADER, length, ssrc, index, index | ENCRYPTED);
        if (profile == SrtpProfile.AEAD_AES_128_GCM) {
            ByteBuffer.wrap(packet).putInt(end, index | ENCRYPTED); // behind the tag here (RFC 7714 section 9.2)
            end += Integer.BYTES;
        }
        return end;
    }

    /** Unprotects a compound RTCP packet; answers its plain length, or -1. */
    int unprotectRtcp(byte[] packet, int length) {
        boolean aead = profile == SrtpProfile.AEAD_AES_128_GCM;
        int trailerAt = length - Integer.BYTES - (aead ? 0 : profile.tagLength());
        if (trailerAt < RTCP_HEADER) {
            return -1;
        }
        int trailer = word(packet, trailerAt);
        if ((trailer & ENCRYPTED) == 0) {
            return -1; // WebRTC never sends it in clear
        }
        int index = trailer & ~ENCRYPTED;
        int ssrc = word(packet, 4);
        Source known = receiving.find(ssrc);
        Source source = known == null ? new Source(ssrc) : known;
        if (!source.rtcpReplay.isNew(index)) {
            return -1;
        }
        int end = openRtcp.open(packet, RTCP_HEADER, aead ? trailerAt : length, ssrc, index, trailer);
        if (end < 0 || known == null && !receiving.add(source)) {
            return -1;
        }
        source.rtcpReplay.record(index);
        return end;
    }

    /** The 48-bit index nearest to the highest one so far (RFC 3711 section 3.3.1). */
    private static long index(long highest, int sequence) {
        return highest < 0 ? sequence : highest + (short) (sequence - (int) highest);
    }

    /** The part in clear: fixed header, contributing sources and extension; beyond the array for a lying packet. */
    private static int headerLength(byte[] packet) {
        int length = RTP_HEADER + (packet[0] & 0x0F) * 4;
        if ((packet[0] & 0x10) == 0) {
            return length;
        }
        return length + 4 > packet.length ? Integer.MAX_VALUE : length + 4 + half(packet, length + 2) * 4;
    }

    private static int half(byte[] data, int at) {
        return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
    }

    private static int word(byte[] data, int at) {
        return half(data, at) << 16 | half(data, at + 2);
    }
}
