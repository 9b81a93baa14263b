package plenum.check;

import plenum.media.IceCandidate;
import plenum.media.PeerListener;
import plenum.media.Sdp;
import plenum.protocol.Candidate;
import plenum.protocol.Failed;
import plenum.protocol.Outbox;
import plenum.protocol.ServerMessage;

/** Forwards the events of one peer connection of a check to the browser. Ignores events after another offer has replaced this one. */
abstract class CheckNews implements PeerListener {
    private final Outbox outbox;
    private final String about;

    CheckNews(Outbox outbox, String about) {
        this.outbox = outbox;
        this.about = about;
    }

    abstract void whileCurrent(Runnable task);

    abstract ServerMessage answer(String sdp);

    abstract ServerMessage candidate(Candidate candidate);

    abstract ServerMessage broken();

    @Override
    public void answered(Sdp answer) {
        whileCurrent(() -> outbox.send(answer(answer.text())));
    }

    @Override
    public void found(IceCandidate found) {
        whileCurrent(() -> outbox.send(candidate(new Candidate(found.text(), found.mid(), found.line()))));
    }

    @Override
    public void failed(Failure failure) {
        whileCurrent(
                () -> outbox.send(failure == Failure.BAD_OFFER ? new Failed(Failed.Code.BAD_OFFER, about) : broken()));
    }
}
