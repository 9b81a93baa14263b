package plenum.mediaserver.record;

import java.util.List;
import plenum.mediaserver.flow.MediaKind;

/** Notes what a recording tells. */
record RecordingNews(List<String> news) implements Recording.Listener {
    @Override
    public void started() {
        news.add("started");
    }

    @Override
    public void failed(RecordingFailure failure) {
        news.add("failed " + failure.type());
    }

    @Override
    public void damaged(RecordingFailure failure) {
        news.add("damaged " + failure.description());
    }

    @Override
    public void flows(MediaKind kind, boolean flowing) {
        news.add((flowing ? "flows " : "dry ") + kind);
    }
}
