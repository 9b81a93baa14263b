package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.sdp.LocalParameters;
import plenum.mediaserver.sdp.OfferAnswer;
import plenum.mediaserver.webrtc.NegotiationException.Reason;

class NegotiationTest {
    private static final String EMPTY_SESSION = "v=0\r\n";

    private static Negotiation negotiation() {
        return new Negotiation(new OfferAnswer(new LocalParameters(
                "1", "ufrag", "password", "sha-256", "AA", List.of(), "cname", Map.of(), List.of())));
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
    void staysOpenAfterWhatItCannotRead() throws NegotiationException {
        Negotiation negotiation = negotiation();
        refuses(Reason.EMPTY_OFFER, () -> negotiation.processOffer(""));
        refuses(Reason.INVALID_SDP, () -> negotiation.processOffer("this is not SDP"));

        assertThat(negotiation.begun()).isFalse();
        negotiation.processOffer(EMPTY_SESSION);
        assertThat(negotiation.begun()).isTrue();
    }
}
