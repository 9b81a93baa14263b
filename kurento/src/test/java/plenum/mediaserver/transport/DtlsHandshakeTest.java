package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DatagramTransport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("transport")
class DtlsHandshakeTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Optional<Provider> NATIVE = NativeProvider.find();
    private static final Optional<Provider> PLATFORM = Optional.empty();

    static Stream<Arguments> cryptography() {
        return Stream.of(
                Arguments.of(NATIVE, NATIVE),
                Arguments.of(NATIVE, PLATFORM),
                Arguments.of(PLATFORM, NATIVE),
                Arguments.of(PLATFORM, PLATFORM));
    }

    @ParameterizedTest
    @MethodSource("cryptography")
    void agreesOnKeysWhoeverComputes(Optional<Provider> servers, Optional<Provider> clients) throws Exception {
        DtlsIdentity server = identity(servers);
        DtlsIdentity client = identity(clients);
        DtlsTerms serverTerms = new DtlsTerms(client.fingerprint());
        DtlsTerms clientTerms = new DtlsTerms(server.fingerprint());

        shakeHands(new DtlsServer(server, serverTerms), new DtlsClient(client, clientTerms));

        byte[] packet = new byte[12 + 20 + WebRtcTransport.TRAILER];
        packet[0] = (byte) 0x80;
        packet[31] = 42;
        int length = clientTerms.session(DtlsRole.CLIENT).protectRtp(packet, 32);
        int plain = serverTerms.session(DtlsRole.SERVER).unprotectRtp(packet, length);
        assertThat(plain).isEqualTo(32);
        assertThat(packet[31]).isEqualTo((byte) 42);
    }

    @Test
    void refusesACertificateThatTheDescriptionDidNotVouchFor() {
        DtlsIdentity server = identity(NATIVE);
        DtlsIdentity client = identity(NATIVE);
        DtlsTerms others = new DtlsTerms(identity(NATIVE).fingerprint());

        assertThatThrownBy(() -> shakeHands(
                        new DtlsServer(server, others), new DtlsClient(client, new DtlsTerms(server.fingerprint()))))
                .isInstanceOf(IOException.class);
    }

    private static DtlsIdentity identity(Optional<Provider> provider) {
        return DtlsIdentity.generate(new HandshakeCryptography(RANDOM, provider), RANDOM, Instant.now());
    }

    private static void shakeHands(DtlsServer server, DtlsClient client) throws Exception {
        Wire servers = new Wire();
        Wire clients = new Wire();
        servers.other = clients;
        clients.other = servers;
        CompletableFuture<Void> accepted = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                new DTLSServerProtocol().accept(server, servers);
                accepted.complete(null);
            } catch (IOException | RuntimeException e) {
                accepted.completeExceptionally(e);
            }
        });
        new DTLSClientProtocol().connect(client, clients);
        accepted.get(30, TimeUnit.SECONDS);
    }

    /** One end of a network that loses nothing. */
    private static final class Wire implements DatagramTransport {
        private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
        private Wire other = this;

        @Override
        public int getReceiveLimit() {
            return 1500;
        }

        @Override
        public int getSendLimit() {
            return 1200;
        }

        @Override
        public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
            try {
                byte[] datagram = arrived.poll(waitMillis, TimeUnit.MILLISECONDS);
                if (datagram == null) {
                    return -1;
                }
                System.arraycopy(datagram, 0, buffer, offset, datagram.length);
                return datagram.length;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void send(byte[] buffer, int offset, int length) {
            other.arrived.add(Arrays.copyOfRange(buffer, offset, offset + length));
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
