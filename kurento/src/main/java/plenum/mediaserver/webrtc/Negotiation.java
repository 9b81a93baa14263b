package plenum.mediaserver.webrtc;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.sdp.Agreement;
import plenum.mediaserver.sdp.LocalParameters;
import plenum.mediaserver.sdp.OfferAnswer;
import plenum.mediaserver.sdp.SdpException;
import plenum.mediaserver.transport.IceCredentials;
import plenum.mediaserver.webrtc.NegotiationException.Reason;

/** The allowed order of offers and answers of a peer; everything else is refused with Kurento's messages. */
final class Negotiation {
    private enum State {
        NEW,
        OFFERED,
        ANSWERED_OFFER,
        TOOK_ANSWER
    }

    private final Supplier<IceCredentials> renewal;
    private LocalParameters parameters;
    private State state = State.NEW;
    private boolean offersToSend = true;
    private boolean offersToReceive = true;
    private @Nullable Agreement agreement;
    private @Nullable String local;
    private @Nullable String remote;

    /** @param renewal makes new local credentials for a restart of ICE and sees to it that checks with them are answered */
    Negotiation(LocalParameters parameters, Supplier<IceCredentials> renewal) {
        this.parameters = parameters;
        this.renewal = renewal;
    }

    /**
     * Answers the first offer, or one that restarts ICE of the same session. Kurento refuses any second offer; the recordings only have
     * an offer that is repeated, which is refused here, too.
     */
    Agreement processOffer(String offer) throws NegotiationException {
        if (offer.isBlank()) {
            throw new NegotiationException(Reason.EMPTY_OFFER, "Empty offer not valid");
        }
        try {
            // what cannot be read is refused first, as Kurento does it
            OfferAnswer.Negotiated negotiated = new OfferAnswer(parameters).answer(offer);
            if (agreement != null && agreement.isRestartedBy(negotiated.agreement())) {
                IceCredentials fresh = renewal.get();
                parameters = parameters.restarted(fresh.ufrag(), fresh.password());
                negotiated = new OfferAnswer(parameters).answer(offer);
            } else {
                requireNew();
                state = State.ANSWERED_OFFER;
            }
            remote = offer;
            local = negotiated.description();
            agreement = negotiated.agreement();
            return agreement;
        } catch (SdpException e) {
            throw invalid(e);
        }
    }

    /** Sets the directions of the offer. */
    void offers(boolean toSend, boolean toReceive) {
        offersToSend = toSend;
        offersToReceive = toReceive;
    }

    String generateOffer() throws NegotiationException {
        requireNew();
        String offer = new OfferAnswer(parameters).offer(offersToSend, offersToReceive);
        local = offer;
        state = State.OFFERED;
        return offer;
    }

    Agreement processAnswer(String answer) throws NegotiationException {
        switch (state) {
            case OFFERED -> {
                // the one state in which an answer is awaited
            }
            case TOOK_ANSWER ->
                throw new NegotiationException(Reason.ANSWER_ALREADY_PROCESSED, "Sdp Answer already processed");
            case NEW, ANSWERED_OFFER ->
                throw new NegotiationException(
                        Reason.OFFER_NOT_GENERATED, "Offer not generated. It is not possible to process an answer.");
        }
        try {
            Agreement accepted = new OfferAnswer(parameters).accept(answer);
            agreement = accepted;
            remote = answer;
            state = State.TOOK_ANSWER;
            return accepted;
        } catch (SdpException e) {
            throw invalid(e);
        }
    }

    private void requireNew() throws NegotiationException {
        if (state != State.NEW) {
            throw new NegotiationException(Reason.ALREADY_NEGOTIATED, "Endpoint already negotiated");
        }
    }

    private static NegotiationException invalid(SdpException cause) {
        NegotiationException failure = new NegotiationException(Reason.INVALID_SDP, "Invalid SDP");
        failure.initCause(cause);
        return failure;
    }

    boolean begun() {
        return state != State.NEW;
    }

    @Nullable
    String local() {
        return local;
    }

    @Nullable
    String remote() {
        return remote;
    }
}
