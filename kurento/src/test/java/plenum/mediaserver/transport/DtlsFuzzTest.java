package plenum.mediaserver.transport;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DatagramTransport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.fuzz.Fuzzer;

/** Whoever has passed an ICE check may send these before it is known who that is. A good hello costs a signature, so there are fewer. */
@Tag("transport")
class DtlsFuzzTest {
    private static final int HANDSHAKES = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final DtlsIdentity server = DtlsIdentity.generate(random, Instant.now());
    private final DtlsIdentity client = DtlsIdentity.generate(random, Instant.now());

    @Test
    void survivesDamagedRecords() {
        List<byte[]> seeds = hello();
        new Fuzzer(
                        input -> {
                            if (!DtlsRecords.announceAtMost(DtlsTerms.maxHandshakeMessage(), input, input.length)) {
                                return;
                            }
                            try {
                                new DTLSServerProtocol()
                                        .accept(
                                                new DtlsServer(server, new DtlsTerms(client.fingerprint())),
                                                new Script(List.of(input, input)));
                            } catch (IOException | RuntimeException e) {
                                // what a session catches, and tells as a failed handshake
                            }
                        },
                        2 * 1024 * 1024)
                .run(seeds, HANDSHAKES);
    }

    /** The first flight of our own client. */
    private List<byte[]> hello() {
        Script script = new Script(List.of());
        try {
            new DTLSClientProtocol().connect(new DtlsClient(client, new DtlsTerms(server.fingerprint())), script);
        } catch (IOException | RuntimeException e) {
            // nobody answers
        }
        if (script.sent.isEmpty()) {
            throw new AssertionError("the client said nothing");
        }
        return script.sent;
    }

    /** A network on which certain datagrams arrive, and then nothing more. */
    private static final class Script implements DatagramTransport {
        private final List<byte[]> arriving;
        private final List<byte[]> sent = new ArrayList<>();

        Script(List<byte[]> arriving) {
            this.arriving = new ArrayList<>(arriving);
        }

        @Override
        public int getReceiveLimit() {
            return 2048;
        }

        @Override
        public int getSendLimit() {
            return 1200;
        }

        @Override
        public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
            if (arriving.isEmpty()) {
                throw new IOException("the end");
            }
            byte[] datagram = arriving.removeFirst();
            int taken = Math.min(datagram.length, length);
            System.arraycopy(datagram, 0, buffer, offset, taken);
            return taken;
        }

        @Override
        public void send(byte[] buffer, int offset, int length) {
            sent.add(Arrays.copyOfRange(buffer, offset, offset + length));
        }

        @Override
        public void close() {
            arriving.clear();
        }
    }
}
