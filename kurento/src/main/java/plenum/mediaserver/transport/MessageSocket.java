package plenum.mediaserver.transport;

import java.lang.foreign.MemorySegment;

/** A socket that sends several messages in one system call. */
interface MessageSocket {
    /**
     * Sends as many as it can without waiting.
     *
     * @param headers {@code count} structures {@code mmsghdr}
     * @return how many were sent, or a negative error number of Linux when the first could not be
     */
    int send(MemorySegment headers, int count);

    /** {@link Destination#AF_INET} or {@link Destination#AF_INET6}. */
    int family();
}
