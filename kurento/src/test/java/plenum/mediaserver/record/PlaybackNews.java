package plenum.mediaserver.record;

import java.util.List;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.play.Playback;

/** Notes what a playback tells. */
record PlaybackNews(List<String> news) implements Playback.Listener {
    @Override
    public void flows(MediaKind kind, boolean flowing) {
        news.add((flowing ? "plays " : "rests ") + kind);
    }

    @Override
    public void ended() {
        news.add("ended");
    }

    @Override
    public void failed(String reason) {
        news.add("failed " + reason);
    }
}
