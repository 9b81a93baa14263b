package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.sdp.LocalParameters;
import plenum.mediaserver.transport.IceCredentials;
import plenum.mediaserver.webrtc.NegotiationException.Reason;

@Tag("webrtc")
class NegotiationTest {
    private static final String EMPTY_SESSION = "v=0\r\n";

    private static Negotiation negotiation() {
        return new Negotiation(
                new LocalParameters(
                        "1", 1, "ufrag", "password", "sha-256", "AA", List.of(), "cname", Map.of(), List.of()),
                () -> new IceCredentials("fresh", "fresh-password"));
    }

    private static void refuses(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(NegotiationException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }

    @Test
    void answersOnce() throws NegotiationException {
        Negotiation negotiation = negotiation();
        negotiation.processOffer(EMPTY_SESSION);

        assertThat(negotiation.remote()).isEqualTo(EMPTY_SESSION);
        refuses(Reason.ALREADY_NEGOTIATED, () -> negotiation.processOffer(EMPTY_SESSION));
        refuses(Reason.ALREADY_NEGOTIATED, negotiation::generateOffer);
        refuses(Reason.OFFER_NOT_GENERATED, () -> negotiation.processAnswer(EMPTY_SESSION));
    }

    @Test
    void offersOnceAndTakesOneAnswer() throws NegotiationException {
        Negotiation server = negotiation();
        Negotiation other = negotiation();
        refuses(Reason.OFFER_NOT_GENERATED, () -> server.processAnswer(EMPTY_SESSION));
        other.processOffer(server.generateOffer());
        refuses(Reason.ALREADY_NEGOTIATED, server::generateOffer);

        assertThat(server.processAnswer(other.local()).media()).hasSize(2);
        refuses(Reason.ANSWER_ALREADY_PROCESSED, () -> server.processAnswer(other.local()));
    }

    @Test
    void answersAgainWhenIceIsRestarted() throws NegotiationException {
        Negotiation negotiation = negotiation();
        String offer = negotiation().generateOffer();
        String restart =
                offer.replace("ice-ufrag:ufrag", "ice-ufrag:other").replace("ice-pwd:password", "ice-pwd:another");
        negotiation.processOffer(offer);
        refuses(Reason.ALREADY_NEGOTIATED, () -> negotiation.processOffer(offer));
        refuses(Reason.ALREADY_NEGOTIATED, () -> negotiation.processOffer(restart.replace("sha-256 AA", "sha-256 BB")));
        refuses(Reason.ALREADY_NEGOTIATED, () -> negotiation.processOffer(restart.replace("mid:video0", "mid:other")));

        assertThat(negotiation.local()).contains("o=- 1 1 ", "ice-ufrag:ufrag");
        assertThat(negotiation.processOffer(restart).remote().ufrag()).isEqualTo("other");
        assertThat(negotiation.local()).contains("o=- 1 2 ", "ice-ufrag:fresh", "ice-pwd:fresh-password");
        assertThat(negotiation.remote()).isEqualTo(restart);
    }

    @Test
    void staysOpenAfterWhatItCannotRead() throws NegotiationException {
        Negotiation negotiation = negotiation();
        refuses(Reason.EMPTY_OFFER, () -> negotiation.processOffer(""));
        refuses(Reason.INVALID_SDP, () -> negotiation.processOffer("this is not SDP"));

        assertThat(negotiation.begun()).isFalse();
        negotiation.processOffer(EMPTY_SESSION);
        assertThat(negotiation.begun()).isTrue();
    }
}
