package plenum.mediaserver.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("sdp")
class OfferAnswerTest {
    final OfferAnswer rules = new OfferAnswer(new LocalParameters(
            "1",
            1,
            "localufrag",
            "localpassword",
            "sha-256",
            "AA:BB",
            List.of("1 1 udp 1 127.0.0.1 5 typ host"),
            "server",
            Map.of("audio", new LocalParameters.LocalStream(1, 2), "video", new LocalParameters.LocalStream(3, -1)),
            List.of("opus", "VP8", "H264", "VP9", "AV1")));

    private static String resource(String name) {
        try (InputStream in = OfferAnswerTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String offer(String direction, String extra) {
        return "v=0\r\n"
                + "o=- 1 1 IN IP4 0.0.0.0\r\n"
                + "s=-\r\n"
                + "t=0 0\r\n"
                + "a=group:BUNDLE v\r\n"
                + "a=ice-ufrag:abcd\r\n"
                + "a=ice-pwd:secret\r\n"
                + "a=fingerprint:sha-256 11:22\r\n"
                + "a=x-unknown:do not copy\r\n"
                + "m=video 9 UDP/TLS/RTP/SAVPF 96 97\r\n"
                + "a=mid:v\r\n"
                + "a="
                + direction
                + "\r\n"
                + "a=rtpmap:96 VP8/90000\r\n"
                + "a=rtpmap:97 rtx/90000\r\n"
                + "a=fmtp:97 apt=96\r\n"
                + "a=rtcp-fb:96 nack\r\n"
                + "a=rtcp-fb:96 ack\r\n"
                + extra;
    }

    @Test
    void acceptsThreeStreamsOfSimulcast() throws SdpException {
        OfferAnswer.Negotiated negotiated = rules.answer(offer(
                "sendonly",
                "a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id\r\n"
                        + "a=rid:l send\r\n"
                        + "a=rid:m send\r\n"
                        + "a=rid:h send\r\n"
                        + "a=rid:x send\r\n"
                        + "a=simulcast:send l;~m;h,x;x;unknown\r\n"));

        assertThat(negotiated.agreement().of("video").orElseThrow().simulcast()).containsExactly("l", "m", "h");
        assertThat(negotiated.description())
                .contains("a=rid:l recv\r\na=rid:m recv\r\na=rid:h recv\r\na=simulcast:recv l;m;h\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=rid:l send\r\na=rid:h send\r\na=simulcast:send l;h\r\n",
                "a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id\r\na=rid:l send\r\na=simulcast:send l\r\n",
                "a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id\r\na=simulcast:send l;h\r\n",
                "a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id\r\n"
                        + "a=rid:l recv\r\n"
                        + "a=rid:h recv\r\n"
                        + "a=simulcast:recv l;h\r\n",
                "a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id\r\n"
                        + "a=rid:l send\r\n"
                        + "a=rid:h send\r\n"
                        + "a=simulcast:send\r\n"
            })
    void refusesSimulcastWhoseStreamsCannotBeToldApart(String lines) throws SdpException {
        OfferAnswer.Negotiated negotiated = rules.answer(offer("sendonly", lines));

        assertThat(negotiated.agreement().of("video").orElseThrow().simulcast()).isEmpty();
        assertThat(negotiated.description()).doesNotContain("a=simulcast", "a=rid");
    }

    /** Chromium leaves temporal layers and picture numbers out of VP8's own descriptor once the other is agreed to. */
    @ParameterizedTest
    @CsvSource({"sendonly, VP8, false", "sendrecv, VP8, false", "recvonly, VP8, true", "sendonly, VP9, true"})
    void agreesToDependencyDescriptorsOfAllButVp8(String direction, String codec, boolean agreed) throws SdpException {
        OfferAnswer.Negotiated negotiated = rules.answer(offer(
                        direction,
                        "a=extmap-allow-mixed\r\n"
                                + "a=extmap:12"
                                + " https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension\r\n")
                .replace("VP8", codec));

        AgreedMedia video = negotiated.agreement().of("video").orElseThrow();
        assertThat(video.extensionId(HeaderExtension.DEPENDENCY_DESCRIPTOR) > 0).isEqualTo(agreed);
        assertThat(negotiated.description().contains("a=extmap:12 ")).isEqualTo(agreed);
    }

    @Test
    void answersAChromiumPublisher() throws SdpException {
        OfferAnswer.Negotiated negotiated = rules.answer(resource("chromium-publisher-offer.sdp"));

        assertThat(negotiated.description())
                .contains("a=ice-lite\r\n", "a=group:BUNDLE 0 1\r\n", "a=setup:passive\r\n", "a=recvonly\r\n")
                .contains("a=ice-ufrag:localufrag\r\n", "a=candidate:1 1 udp 1 127.0.0.1 5 typ host\r\n")
                .doesNotContain("a=ssrc:", "a=simulcast", "a=sendrecv");
        AgreedMedia video = negotiated.agreement().of("video").orElseThrow();
        assertThat(video.receives()).isTrue();
        assertThat(video.sends()).isFalse();
        assertThat(video.codecs().getFirst().name()).isEqualTo("VP8");
        assertThat(video.codecs().getFirst().retransmissionType()).isPositive();
        assertThat(video.codecs().getFirst().feedback())
                .contains("nack", "nack pli", "ccm fir", "goog-remb", "transport-cc");
        assertThat(video.extensionId(HeaderExtension.TRANSPORT_SEQUENCE)).isPositive();
        assertThat(negotiated
                        .agreement()
                        .of("audio")
                        .orElseThrow()
                        .codecs()
                        .getFirst()
                        .name())
                .isEqualTo("opus");
    }

    /** The first payload type is the one that a browser sends. */
    @Test
    void asksForRepeatedAudio() throws SdpException {
        OfferAnswer.Negotiated negotiated = rules.answer(resource("chromium-publisher-offer.sdp"));

        assertThat(negotiated.description())
                .containsPattern("m=audio 9 UDP/TLS/RTP/SAVPF 63 111 ")
                .contains("a=rtpmap:63 red/48000/2\r\n", "a=fmtp:63 111/111\r\n");
        RedundantCodec redundant =
                negotiated.agreement().of("audio").orElseThrow().redundant();
        assertThat(redundant).isNotNull();
        assertThat(redundant.payloadType()).isEqualTo(63);
        assertThat(redundant.carried().name()).isEqualTo("opus");
        assertThat(negotiated.agreement().of("video").orElseThrow().redundant()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=rtpmap:63 red/48000/2\r\n",
                "a=rtpmap:63 red/48000/2\r\na=fmtp:63 111\r\n",
                "a=rtpmap:63 red/48000/2\r\na=fmtp:63 111/112\r\n",
                "a=rtpmap:63 red/48000/2\r\na=fmtp:63 9/9\r\n"
            })
    void takesNoRepetitionsOfAnythingElse(String lines) throws SdpException {
        String section = "m=audio 9 UDP/TLS/RTP/SAVPF 63 111\r\na=mid:a\r\na=sendonly\r\na=rtpmap:111 opus/48000/2\r\n";
        OfferAnswer.Negotiated negotiated = rules.answer(offer("sendonly", section + lines));

        assertThat(negotiated.agreement().of("audio").orElseThrow().redundant()).isNull();
        assertThat(negotiated.description()).doesNotContain("red/");
    }

    @Test
    void answersAChromiumViewerWithSources() throws SdpException {
        OfferAnswer.Negotiated negotiated = rules.answer(resource("chromium-viewer-offer.sdp"));

        assertThat(negotiated.description())
                .contains(
                        "a=sendonly\r\n",
                        "a=ssrc-group:FID 3 4294967295\r\n",
                        "a=ssrc:1 cname:server\r\n",
                        "a=msid:server server-video\r\n")
                .doesNotContain("a=recvonly");
    }

    @Test
    void refusesDataChannelsAndSecondStreamsOfAKind() throws SdpException {
        String answer = rules.answer(resource("kurento-offer.sdp")).description();

        assertThat(answer)
                .contains("m=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\n", "a=group:BUNDLE audio0 video0\r\n");
    }

    @ParameterizedTest
    @CsvSource({"sendrecv, sendrecv", "sendonly, recvonly", "recvonly, sendonly", "inactive, inactive"})
    void mirrorsDirections(String offered, String answered) throws SdpException {
        assertThat(rules.answer(offer(offered, "")).description()).contains("a=" + answered + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"actpass, passive, false", "active, passive, false", "passive, active, true"})
    void choosesTheDtlsRole(String offered, String answered, boolean client) throws SdpException {
        OfferAnswer.Negotiated negotiated = rules.answer(offer("sendrecv", "a=setup:" + offered + "\r\n"));

        assertThat(negotiated.description()).contains("a=setup:" + answered + "\r\n");
        assertThat(negotiated.agreement().localIsDtlsClient()).isEqualTo(client);
    }

    @Test
    void copiesNothingUnknown() throws SdpException {
        assertThat(rules.answer(offer("sendrecv", "")).description())
                .doesNotContain("x-unknown", "11:22", "abcd", "secret", " ack");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:w\r\na=rtpmap:96 VP8/90000\r\n",
                "m=video 9 RTP/AVP 96\r\na=mid:w\r\na=rtpmap:96 VP8/90000\r\n",
                "m=audio 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:w\r\na=rtpmap:96 G729/8000\r\n",
                "m=audio 0 UDP/TLS/RTP/SAVPF 0\r\na=mid:w\r\n",
            })
    void rejectsSectionsItCannotServe(String section) throws SdpException {
        OfferAnswer.Negotiated negotiated = rules.answer(offer("sendrecv", section));

        assertThat(negotiated.agreement().media()).hasSize(1);
        assertThat(negotiated.description())
                .containsPattern("m=(audio|video) 0 [^\r]*\r\n[^m]*a=mid:w\r\na=inactive\r\n");
    }

    @Test
    void answersAnEmptySessionByAnEmptyOne() throws SdpException {
        OfferAnswer.Negotiated negotiated = rules.answer("v=0\r\n");

        assertThat(negotiated.description()).startsWith("v=0\r\n").doesNotContain("m=", "ice");
        assertThat(negotiated.agreement().remote()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is not SDP",
                "v=1\r\n",
                "v=0\r\nm=audio\r\n",
                "v=0\r\nm=audio x RTP/SAVPF 0\r\n",
                "v=0\r\nnonsense\r\n"
            })
    void refusesWhatIsNoDescription(String text) {
        assertThatThrownBy(() -> rules.answer(text)).isInstanceOf(SdpException.class);
    }

    @Test
    void acceptsTheAnswerToItsOwnOffer() throws SdpException {
        String answer = rules.answer(rules.offer()).description();
        Agreement agreement = rules.accept(answer);

        assertThat(rules.offer()).contains("a=setup:actpass\r\n", "a=group:BUNDLE audio0 video0\r\n");
        assertThat(agreement.media()).hasSize(2).allMatch(media -> media.sends() && media.receives());
        assertThat(agreement.localIsDtlsClient()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "H264, packetization-mode=1;profile-level-id=42e01f, packetization-mode=1;profile-level-id=42e034, true",
        "H264, packetization-mode=1;profile-level-id=640c1f, packetization-mode=1;profile-level-id=42e01f, true",
        "H264, packetization-mode=1;profile-level-id=42e01f, packetization-mode=1;profile-level-id=640c1f, false",
        "H264, packetization-mode=0;profile-level-id=42e01f, packetization-mode=1;profile-level-id=42e01f, false",
        "VP9, profile-id=0, '', true",
        "VP9, profile-id=2, profile-id=0, false",
        "VP8, '', max-fr=30, true",
    })
    void knowsWhichCodecsFit(String name, String viewer, String published, boolean fits) {
        Codec target = new Codec(100, name, 90_000, 1, viewer, List.of(), Codec.NONE);
        Codec source = new Codec(96, name, 90_000, 1, published, List.of(), Codec.NONE);

        assertThat(target.takes(source)).isEqualTo(fits);
    }

    @Test
    void survivesMutations() {
        Random random = new Random(5);
        String original = resource("chromium-publisher-offer.sdp");
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(original);
            for (int n = 0; n < 5; n++) {
                int at = random.nextInt(text.length());
                text.replace(
                        at,
                        Math.min(text.length(), at + random.nextInt(8)),
                        Character.toString(32 + random.nextInt(90)));
            }
            try {
                rules.answer(text.toString());
            } catch (SdpException e) {
                assertThat(e).hasMessageNotContaining("\n");
            }
        }
    }

    @Test
    void offersOneDirectionAlone() {
        String receiving = rules.offer(false, true);
        assertThat(receiving)
                .contains("a=recvonly")
                .doesNotContain("a=sendrecv")
                .doesNotContain("a=msid:");
        String sending = rules.offer(true, false);
        assertThat(sending).contains("a=sendonly").contains("a=msid:").doesNotContain("a=sendrecv");
    }
}
