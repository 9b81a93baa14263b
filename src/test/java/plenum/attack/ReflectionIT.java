package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.client.ClientSdp;

/** A viewer says that the pictures are to go to an address that is somebody else's. On loopback no packet need be forged for that. */
@Tag("attack")
class ReflectionIT {
    private static final int LISTEN_MILLIS = 3_000;
    private static final int MOST_BYTES = 5_000;
    private static final int REPETITIONS = 5;

    private final Scene scene = Scene.shared();

    @Test
    void nothingIsSentToAnAddressThatDoesNotAnswer() {
        scene.bystanders().during("pictures for somebody else's address", () -> {
            try (Stranger person = scene.stranger("127.0.6.1");
                    DatagramSocket victim = new DatagramSocket(0, InetAddress.getByName("127.0.0.77"))) {
                Place place = Place.make(person, "Reflection", Map.of());
                Bystanders all = scene.bystanders();
                try (Bystander source = Bystander.join(all.side(), all.pulse(), person.creatorsTab(place), "Sol");
                        Bystander attacker = Bystander.join(all.side(), all.pulse(), person.tab(place), "Eve")) {
                    source.publish("camera");
                    MediaReceiver viewer = attacker.watch(List.of(new Bystander.Wish(source.id(), "camera")))
                            .getFirst();
                    await().until(() -> viewer.arrivals().videoPackets() > 0);

                    nominate(victim, viewer, attacker.answer(0));
                    assertUnharmed(victim);
                    viewer.restart();
                    await().until(() -> viewer.arrivals().videoPackets() > 0);
                }
            }
        });
    }

    /** As if the victim's address were the viewer's new one. */
    private static void nominate(DatagramSocket victim, MediaReceiver viewer, String answer) throws IOException {
        InetSocketAddress server = ClientSdp.candidates(answer).getFirst();
        String ufrag = viewer.offer()
                .lines()
                .filter(line -> line.startsWith("a=ice-ufrag:"))
                .findFirst()
                .orElseThrow()
                .substring("a=ice-ufrag:".length());
        for (int i = 0; i < REPETITIONS * Scene.FORCE; i++) {
            byte[] check = StunCheck.nominate(ClientSdp.transport(answer).ice(), ufrag);
            victim.send(new DatagramPacket(check, check.length, server));
        }
    }

    /** What comes is the answer to the checks and some questions whether it is there, and no media. */
    private static void assertUnharmed(DatagramSocket victim) throws IOException {
        DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
        long end = System.nanoTime() + LISTEN_MILLIS * 1_000_000L;
        int bytes = 0;
        int media = 0;
        boolean answered = false;
        for (long left = LISTEN_MILLIS; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            victim.setSoTimeout((int) left);
            try {
                victim.receive(datagram);
                bytes += datagram.getLength();
                answered = true;
                // RFC 7983: what begins with 128 to 191 is RTP or RTCP
                media += (datagram.getData()[0] & 0xC0) == 0x80 ? 1 : 0;
            } catch (SocketTimeoutException e) {
                break;
            }
        }
        assertThat(answered).as("the checks are good").isTrue();
        assertThat(media).isZero();
        assertThat(bytes).isLessThan(MOST_BYTES * Scene.FORCE);
    }
}
