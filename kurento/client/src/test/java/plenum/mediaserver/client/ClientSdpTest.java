package plenum.mediaserver.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.mediaserver.transport.DtlsRole;
import plenum.mediaserver.transport.Fingerprint;
import plenum.mediaserver.transport.IceCredentials;

@Tag("client")
class ClientSdpTest {
    private static final String ANSWER = """
        v=0
        o=- 1 1 IN IP4 0.0.0.0
        s=-
        t=0 0
        m=video 9 UDP/TLS/RTP/SAVPF 96
        c=IN IP4 0.0.0.0
        a=ice-ufrag:ufra
        a=ice-pwd:a password of ice
        a=fingerprint:sha-256 AA:BB
        a=setup:active
        a=candidate:1 1 UDP 2015363327 192.0.2.7 4242 typ host
        a=candidate:2 2 UDP 2015363326 192.0.2.7 4243 typ host
        a=candidate:3 1 TCP 1015021823 192.0.2.7 9 typ host tcptype active
        a=candidate:4 1 udp 2015363327 2001:db8::1 4242 typ host
        a=candidate:5 1 udp 2015363327 1b2c.local 4242 typ host
        """.replace("\n", "\r\n");

    @Test
    void readsTheServersTransport() {
        var transport = ClientSdp.transport(ANSWER);

        assertThat(transport.ice()).isEqualTo(new IceCredentials("ufra", "a password of ice"));
        assertThat(transport.fingerprint()).isEqualTo(new Fingerprint("sha-256", "AA:BB"));
        assertThat(transport.localRole()).isEqualTo(DtlsRole.SERVER);
    }

    @Test
    void isTheDtlsClientOfAPassiveServer() {
        assertThat(ClientSdp.transport(ANSWER.replace("setup:active", "setup:passive"))
                        .localRole())
                .isEqualTo(DtlsRole.CLIENT);
    }

    @Test
    void readsLineEndsOfBothKinds() {
        assertThat(ClientSdp.transport(ANSWER.replace("\r\n", "\n"))).isEqualTo(ClientSdp.transport(ANSWER));
    }

    @Test
    void findsTheCandidatesThatItCanReach() {
        assertThat(ClientSdp.candidates(ANSWER)).containsExactly(new InetSocketAddress("192.0.2.7", 4242));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "candidate:1 1 udp", "candidate:1 1 udp 1 192.0.2.7 port typ host", "nonsense"})
    void findsNothingInABrokenCandidate(String candidate) {
        assertThat(ClientSdp.candidate(candidate)).isEmpty();
    }

    @Test
    void saysWhatAnAnswerLacks() {
        assertThatThrownBy(() -> ClientSdp.transport("v=0\r\n")).hasMessageContaining("fingerprint");
    }

    @Test
    void offersOneDirection() {
        var ice = new IceCredentials("u", "p");
        var fingerprint = new Fingerprint("sha-256", "AA");

        assertThat(ClientSdp.offer(ClientSdp.Media.SEND_VIDEO, -1, ice, fingerprint))
                .contains("a=sendonly\r\n", "a=ssrc:4294967295 cname:client\r\n", "a=rtpmap:96 VP8/90000\r\n");
        assertThat(ClientSdp.offer(ClientSdp.Media.RECEIVE_VIDEO, 1, ice, fingerprint))
                .contains("a=recvonly\r\n", "a=ice-ufrag:u\r\n", "a=fingerprint:sha-256 AA\r\n");
    }

    @Test
    void offersSoundInTheSameBundle() {
        String offer = ClientSdp.offer(
                ClientSdp.Media.SEND_BOTH, 7, new IceCredentials("u", "p"), new Fingerprint("sha-256", "AA"));

        assertThat(offer)
                .contains("a=group:BUNDLE 0 1\r\n", "a=rtpmap:111 opus/48000/2\r\n", "a=ssrc:8 cname:client\r\n")
                .containsSubsequence("m=video", "a=mid:0", "m=audio", "a=mid:1");
        assertThat(offer.split("a=ice-ufrag:u", -1)).hasSize(3);
    }
}
