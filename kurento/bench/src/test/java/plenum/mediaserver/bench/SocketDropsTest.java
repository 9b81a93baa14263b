package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("bench")
class SocketDropsTest {
    private static final List<String> TABLE = List.of(
            "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref"
                    + " pointer drops",
            "  317: 0100007F:1F90 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 12 2"
                    + " 00000000a 7",
            " 1318: 0100007F:1F91 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 13 2"
                    + " 00000000b 30",
            " 1319: 00000000:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 14 2"
                    + " 00000000c 900");

    @Test
    void addsUpTheDropsOfSomePorts() {
        assertThat(SocketDrops.in(TABLE, Set.of(0x1F90, 0x1F91))).isEqualTo(37);
        assertThat(SocketDrops.in(TABLE, Set.of(1))).isZero();
        assertThat(SocketDrops.in(List.of(), Set.of(1))).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void seesWhatASocketThatNobodyReadsDrops() throws Exception {
        try (DatagramSocket deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket sender = new DatagramSocket()) {
            deaf.setReceiveBufferSize(2_304);
            for (int i = 0; i < 50; i++) {
                sender.send(new DatagramPacket(new byte[1_000], 1_000, deaf.getLocalSocketAddress()));
            }

            assertThat(SocketDrops.of(Set.of(deaf.getLocalPort()))).isBetween(1L, 49L);
        }
    }
}
