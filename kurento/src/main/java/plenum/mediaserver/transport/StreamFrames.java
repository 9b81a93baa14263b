package plenum.mediaserver.transport;

import io.netty.buffer.ByteBuf;

/**
 * Extracts packets from the bytes of a TCP connection: each follows its length in two bytes (RFC 4571 section 2). Holds at most one packet,
 * in an array that is reused.
 */
final class StreamFrames {
    static final int HEADER = 2;

    private final byte[] packet = new byte[UdpPort.MAX_DATAGRAM];
    private int header;
    private int headerBytes;
    private int bytes;

    /** Reads on to the end of the next packet; its length, or -1 when its end has not come yet. */
    int next(ByteBuf in) throws TooLong {
        while (headerBytes < HEADER) {
            if (!in.isReadable()) {
                return -1;
            }
            header = header << Byte.SIZE | in.readUnsignedByte();
            headerBytes++;
        }
        if (header > packet.length) {
            throw new TooLong();
        }
        int part = Math.min(header - bytes, in.readableBytes());
        in.readBytes(packet, bytes, part);
        bytes += part;
        if (bytes < header) {
            return -1;
        }
        int length = header;
        header = 0;
        headerBytes = 0;
        bytes = 0;
        return length;
    }

    /** Where the packet is until the next is read. */
    byte[] packet() {
        return packet;
    }

    /** No packet of ours or of a browser's is as long. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
