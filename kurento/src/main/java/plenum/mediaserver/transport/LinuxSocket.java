package plenum.mediaserver.transport;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.netty.channel.epoll.EpollDatagramChannel;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends datagrams of a channel by the C library's {@code sendmmsg}, without allocating objects and without a queue in between. */
final class LinuxSocket implements MessageSocket {
    /** EBADF: the channel has been closed. */
    static final int CLOSED = -9;

    private static final Logger log = LoggerFactory.getLogger(LinuxSocket.class);
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERROR_NUMBER = Linker.Option.captureCallState("errno");
    private static final VarHandle ERRNO =
            Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final @Nullable MethodHandle SENDMMSG =
            function("sendmmsg", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    private static final @Nullable MethodHandle GETSOCKNAME =
            function("getsockname", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    private static final int MSG_DONTWAIT = 0x40;

    private final MemorySegment callState = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());
    private final EpollDatagramChannel channel;
    private final int family;

    private LinuxSocket(EpollDatagramChannel channel, int family) {
        this.channel = channel;
        this.family = family;
    }

    /** Of a bound channel; null where the C library is another, or may not be called. */
    static @Nullable LinuxSocket of(EpollDatagramChannel channel) {
        MethodHandle getsockname = GETSOCKNAME;
        if (SENDMMSG == null || getsockname == null) {
            return null;
        }
        int family = family(channel.fd().intValue(), getsockname);
        return family == Destination.AF_INET || family == Destination.AF_INET6
                ? new LinuxSocket(channel, family)
                : null;
    }

    private static @Nullable MethodHandle function(String name, FunctionDescriptor type) {
        try {
            return LINKER.defaultLookup()
                    .find(name)
                    .filter(found -> ADDRESS.byteSize() == Long.BYTES)
                    .map(found -> LINKER.downcallHandle(found, type, ERROR_NUMBER))
                    .orElse(null);
        } catch (UnsupportedOperationException | IllegalCallerException e) {
            log.warn("{} cannot be called ({}): sending costs more", name, e.getMessage());
            return null;
        }
    }

    private static int family(int descriptor, MethodHandle getsockname) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(Destination.MAX_LENGTH, Long.BYTES);
            MemorySegment length = arena.allocateFrom(JAVA_INT, Destination.MAX_LENGTH);
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            int result = (int) getsockname.invokeExact(state, descriptor, name, length);
            return result < 0 ? result : name.get(JAVA_SHORT, 0);
        } catch (Throwable e) {
            throw new IllegalStateException("getsockname throws nothing", e);
        }
    }

    @Override
    public int send(MemorySegment headers, int count) {
        MethodHandle sendmmsg = SENDMMSG; // from the static field the compiler knows it, and calls without a detour
        if (sendmmsg == null || !channel.isOpen()) {
            return CLOSED; // its number may be another file's by now
        }
        try {
            int sent = (int) sendmmsg.invokeExact(callState, channel.fd().intValue(), headers, count, MSG_DONTWAIT);
            return sent < 0 ? -(int) ERRNO.get(callState, 0L) : sent;
        } catch (Throwable e) {
            throw new IllegalStateException("sendmmsg throws nothing", e);
        }
    }

    @Override
    public int family() {
        return family;
    }
}
