package plenum.mediaserver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kurento.client.ConnectionState;
import org.kurento.client.CryptoSuite;
import org.kurento.client.MediaState;
import org.kurento.client.PlayerEndpoint;
import org.kurento.client.RecorderEndpoint;
import org.kurento.client.RtpEndpoint;
import org.kurento.client.SDES;
import plenum.mediaserver.matroska.MatroskaReader;

/** Kurento's client sends and receives plain RTP as Kurento's tutorials do. */
@Tag("contract")
class RtpEndpointContractTest extends FilesContract {
    private static final String KEY = "4321ZYXWVUTSRQPONMLKJIHGFEDCBA";
    private static final byte[] KEY_FRAME = {0x10, 0, 0, 0, (byte) 0x9D, 1, 0x2A, 64, 0, 32, 0};

    @Override
    Map<String, String> settings() {
        return Map.of("PLENUM_MEDIA_RTP_PORTS", "0", "PLENUM_MEDIA_ADDRESSES", "127.0.0.1");
    }

    /** As the tutorial about receiving RTP: the client writes the offer of an encoder. */
    @Test
    void recordsWhatAnEncoderSends() throws Exception {
        RtpEndpoint endpoint = new RtpEndpoint.Builder(pipeline).build();
        endpoint.addMediaStateChangedListener(event -> events.add("media " + event.getNewState()));
        endpoint.addConnectionStateChangedListener(event -> events.add("connection " + event.getNewState()));
        RecorderEndpoint recorder = recorder("out.mkv");
        endpoint.connect(recorder);
        recorder.record();
        try (DatagramSocket encoder = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            String answer = endpoint.processOffer("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\n"
                    + "t=0 0\r\nm=audio 0 RTP/AVPF 96\r\na=rtpmap:96 opus/48000/2\r\nm=video "
                    + encoder.getLocalPort()
                    + " RTP/AVPF 103\r\na=rtpmap:103 VP8/90000\r\na=sendonly\r\na=rtcp-fb:103 nack pli\r\n");

            assertThat(answer).contains("m=audio 0 ", "a=recvonly\r\n", "a=rtpmap:103 VP8/90000", "c=IN IP4 127.0.0.1");
            assertThat(endpoint.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);
            int port = port(answer, "video");
            for (int i = 0; i < 10; i++) {
                byte[] packet = packet(i);
                encoder.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
            }
            await().until(() -> events.contains("Recording"));
        }
        recorder.stopAndWait();

        assertThat(blocks("out.mkv")).isEqualTo(10);
        assertThat(events).contains("media CONNECTED", "connection CONNECTED");
        assertThat(endpoint.getMediaState()).isEqualTo(MediaState.CONNECTED);
    }

    /** One sends what a player plays, the other has it recorded: in clear. */
    @Test
    void twoEndsExchangeMedia() throws Exception {
        exchange(new RtpEndpoint.Builder(pipeline).build(), new RtpEndpoint.Builder(pipeline).build());
    }

    @Test
    void twoEndsExchangeProtectedMedia() throws Exception {
        SDES given = new SDES();
        given.setCrypto(CryptoSuite.AES_128_CM_HMAC_SHA1_80);
        given.setKey(KEY);
        SDES fresh = new SDES();
        fresh.setCrypto(CryptoSuite.AES_128_CM_HMAC_SHA1_80);
        RtpEndpoint first = new RtpEndpoint.Builder(pipeline).withCrypto(given).build();
        RtpEndpoint second = new RtpEndpoint.Builder(pipeline).withCrypto(fresh).build();
        exchange(first, second);

        assertThat(first.getLocalSessionDescriptor())
                .contains("RTP/SAVPF", "inline:NDMyMVpZWFdWVVRTUlFQT05NTEtKSUhHRkVEQ0JB");
        assertThat(second.getLocalSessionDescriptor()).contains("AES_CM_128_HMAC_SHA1_80 inline:");
    }

    private void exchange(RtpEndpoint first, RtpEndpoint second) throws Exception {
        PlayerEndpoint player = new PlayerEndpoint.Builder(
                        pipeline, folder.resolve("in.webm").toUri().toString())
                .build();
        player.addEndOfStreamListener(event -> events.add("EndOfStream"));
        RecorderEndpoint recorder = recorder("out.mkv");
        player.connect(first);
        second.connect(recorder);
        first.processAnswer(second.processOffer(first.generateOffer()));
        recorder.record();
        player.play();
        await().until(() -> events.contains("EndOfStream"));
        recorder.stopAndWait();

        try (FileChannel channel = FileChannel.open(folder.resolve("out.mkv"))) {
            assertThat(MatroskaReader.open(channel).tracks()).hasSize(2);
        }
        assertThat(blocks("out.mkv")).isGreaterThan(80);
        assertThat(first.getStats()).isNotEmpty();
    }

    @Test
    void refusesWhatItCannotDo() {
        RtpEndpoint endpoint = new RtpEndpoint.Builder(pipeline).build();
        assertThatThrownBy(() -> endpoint.processAnswer("v=0\r\n")).satisfies(ClientContract.code(40209));
        assertThatThrownBy(() -> endpoint.processOffer("nothing")).satisfies(ClientContract.code(40201));
        endpoint.generateOffer();
        assertThatThrownBy(endpoint::generateOffer).satisfies(ClientContract.code(40208));
        SDES other = new SDES();
        other.setCrypto(CryptoSuite.AES_256_CM_HMAC_SHA1_80);
        assertThatThrownBy(() ->
                        new RtpEndpoint.Builder(pipeline).withCrypto(other).build())
                .satisfies(ClientContract.code(40107));
        SDES tooShort = new SDES();
        tooShort.setCrypto(CryptoSuite.AES_128_CM_HMAC_SHA1_80);
        tooShort.setKey("short");
        assertThatThrownBy(() ->
                        new RtpEndpoint.Builder(pipeline).withCrypto(tooShort).build())
                .satisfies(ClientContract.code(40107));
    }

    private RecorderEndpoint recorder(String name) {
        RecorderEndpoint recorder = new RecorderEndpoint.Builder(
                        pipeline, folder.resolve(name).toUri().toString())
                .build();
        recorder.addRecordingListener(event -> events.add("Recording"));
        return recorder;
    }

    private int blocks(String name) throws Exception {
        try (FileChannel channel = FileChannel.open(folder.resolve(name))) {
            MatroskaReader reader = MatroskaReader.open(channel);
            int count = 0;
            while (reader.next() != null) {
                count++;
            }
            return count;
        }
    }

    private static int port(String description, String type) {
        Matcher line = Pattern.compile("m=" + type + " (\\d+)").matcher(description);
        assertThat(line.find()).isTrue();
        return Integer.parseInt(line.group(1));
    }

    /** A key frame of VP8 that shows nothing. */
    private static byte[] packet(int number) {
        byte[] packet = new byte[12 + KEY_FRAME.length];
        packet[0] = (byte) 0x80;
        packet[1] = (byte) (0x80 | 103);
        packet[3] = (byte) number;
        int timestamp = number * 3_000;
        packet[6] = (byte) (timestamp >> 8);
        packet[7] = (byte) timestamp;
        packet[11] = 9;
        System.arraycopy(KEY_FRAME, 0, packet, 12, KEY_FRAME.length);
        return packet;
    }
}
