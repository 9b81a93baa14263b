package plenum.mediaserver.webrtc;

import java.util.List;
import plenum.mediaserver.flow.MediaKind;

/** Writes down what a peer tells. */
record RecordingListener(String name, List<String> news) implements WebRtcPeer.Listener {
    private void note(String what) {
        news.add(name + " " + what);
    }

    @Override
    public void candidateFound(WebRtcPeer.LocalCandidate candidate) {
        note(candidate.candidate());
    }

    @Override
    public void gatheringDone() {
        note("gathered");
    }

    @Override
    public void iceStateChanged(WebRtcPeer.IceState state) {
        note(state.name());
    }

    @Override
    public void candidatePairSelected(WebRtcPeer.CandidatePair pair) {
        note("pair");
    }

    @Override
    public void mediaConnected(boolean connected) {
        note("media " + connected);
    }

    @Override
    public void mediaFlowsIn(MediaKind kind, boolean flowing) {
        note("in " + kind + " " + flowing);
    }

    @Override
    public void mediaFlowsOut(MediaKind kind, boolean flowing) {
        note("out " + kind + " " + flowing);
    }

    @Override
    public void codecMismatch(MediaKind kind, String codec) {
        note("mismatch " + codec);
    }

    @Override
    public void failed(String reason) {
        note("failed " + reason);
    }
}
