package plenum.mediaserver.client;

import java.security.SecureRandom;
import java.time.Instant;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.loop.NettyEventLoop;
import plenum.mediaserver.transport.DtlsIdentity;

/** What all clients of a program share: the thread that they live on, and their certificate. */
public final class ClientSide implements AutoCloseable {
    private final EventLoops loops = new EventLoops(1);
    private final SecureRandom random = new SecureRandom();
    private final DtlsIdentity identity = DtlsIdentity.generate(random, Instant.now());

    public NettyEventLoop loop() {
        return loops.all().getFirst();
    }

    public DtlsIdentity identity() {
        return identity;
    }

    public SecureRandom random() {
        return random;
    }

    @Override
    public void close() {
        loops.close();
    }
}
