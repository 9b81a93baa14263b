package plenum.mediaserver.bench;

import java.security.SecureRandom;
import java.time.Instant;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.loop.NettyEventLoop;
import plenum.mediaserver.transport.DtlsIdentity;

/** What all clients of a run share: the thread that they live on, and their certificate. */
final class ClientSide implements AutoCloseable {
    private final EventLoops loops = new EventLoops(1);
    private final SecureRandom random = new SecureRandom();
    private final DtlsIdentity identity = DtlsIdentity.generate(random, Instant.now());

    NettyEventLoop loop() {
        return loops.all().getFirst();
    }

    DtlsIdentity identity() {
        return identity;
    }

    SecureRandom random() {
        return random;
    }

    @Override
    public void close() {
        loops.close();
    }
}
