package plenum.mediaserver.rtp;

/**
 * Tells from a packet's payload descriptor whether a key frame starts in it, without touching the picture.
 */
public enum KeyFrames {
    /** RFC 7741: first packet of the frame's first partition, and its frame tag says "key". */
    VP8 {
        @Override
        boolean starts(byte[] data, int at, int end) {
            int descriptor = data[at] & 0xFF;
            boolean startOfFrame = (descriptor & 0x10) != 0 && (descriptor & 0x07) == 0;
            int next = at + 1;
            if ((descriptor & 0x80) != 0 && next < end) {
                int extensions = data[next++] & 0xFF;
                if ((extensions & 0x80) != 0 && next < end) {
                    next += (data[next] & 0x80) != 0 ? 2 : 1;
                }
                next += (extensions & 0x40) != 0 ? 1 : 0;
                next += (extensions & 0x30) != 0 ? 1 : 0;
            }
            return startOfFrame && next < end && (data[next] & 0x01) == 0;
        }
    },
    /** RFC 9628: start of a frame that predicts from no other, in the lowest spatial layer. */
    VP9 {
        @Override
        boolean starts(byte[] data, int at, int end) {
            int descriptor = data[at] & 0xFF;
            boolean startOfFrame = (descriptor & 0x08) != 0;
            boolean predicted = (descriptor & 0x40) != 0;
            if (!startOfFrame || predicted) {
                return false;
            }
            if ((descriptor & 0x20) == 0) {
                return true;
            }
            int next = at + 1;
            if ((descriptor & 0x80) != 0 && next < end) {
                next += (data[next] & 0x80) != 0 ? 2 : 1;
            }
            return next < end && (data[next] & 0x0E) == 0;
        }
    },
    /**
     * RFC 6184: a sequence parameter set, alone, aggregated or as the first fragment. An IDR slice does not count: WebRTC sends the
     * parameter sets in band just before it (RFC 7742 section 6.2), and without them it cannot be decoded.
     */
    H264 {
        @Override
        boolean starts(byte[] data, int at, int end) {
            int type = data[at] & 0x1F;
            return switch (type) {
                case 24 -> anyAggregated(data, at + 1, end);
                case 28, 29 -> at + 1 < end && (data[at + 1] & 0x80) != 0 && opens(data[at + 1] & 0x1F);
                default -> opens(type);
            };
        }

        private boolean anyAggregated(byte[] data, int from, int end) {
            int at = from;
            while (at + 2 < end) {
                if (opens(data[at + 2] & 0x1F)) {
                    return true;
                }
                at += 2 + ByteAccess.u16(data, at);
            }
            return false;
        }

        private boolean opens(int nalType) {
            return nalType == 7;
        }
    },
    /** AV1 RTP payload 1.0, section 4.4: the N bit marks the first packet of a coded video sequence. */
    AV1 {
        @Override
        boolean starts(byte[] data, int at, int end) {
            return (data[at] & 0x08) != 0;
        }
    },
    /** Audio, and codecs without prediction: every packet can be the first. */
    ALWAYS {
        @Override
        boolean starts(byte[] data, int at, int end) {
            return true;
        }
    };

    /** The detector for a codec of this name (case does not matter). */
    public static KeyFrames ofCodec(String name) {
        for (KeyFrames codec : values()) {
            if (codec.name().equalsIgnoreCase(name)) {
                return codec;
            }
        }
        return ALWAYS;
    }

    /** Whether a key frame starts in this packet; an empty payload starts nothing. */
    public boolean startsIn(RtpPacket packet) {
        int at = packet.payloadOffset();
        int end = at + packet.payloadLength();
        return at < end && starts(packet.data(), at, end);
    }

    abstract boolean starts(byte[] data, int at, int end);
}
