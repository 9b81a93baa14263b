package plenum.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import plenum.platform.Settings;
import plenum.recording.Recording;
import plenum.recording.RecordingBoard;
import plenum.recording.RecordingBoard.Entry;
import plenum.recording.RecordingCare;

/** All recordings: where each is on its way to its owner, what it takes, and what is wrong; never the film. */
@Named
@ViewScoped
@NullUnmarked
public class AllRecordingsPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient RecordingBoard board;

    @Inject
    transient RecordingCare care;

    @Inject
    transient Settings settings;

    private Recording.State state;
    private transient LazyDataModel<Entry> model;

    /** @param action one that needs a recording and nothing else */
    public void act(String action, Entry entry) {
        perform(action, Map.of("recording", entry.id().toString()));
    }

    /** Whether its film is on its way. */
    public boolean waits(Entry entry) {
        return entry.state() == Recording.State.MAKING || entry.state() == Recording.State.DELIVERING;
    }

    /** What its tracks take; empty when they are gone. */
    public String tracks(Entry entry) {
        var bytes = care.tracks(entry.id());
        return bytes.isPresent() ? size(bytes.getAsLong()) : "";
    }

    /** Hours, minutes and seconds. */
    public String length(Entry entry) {
        Duration length = Duration.ofMillis(entry.millis());
        return entry.millis() == 0
                ? ""
                : "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    /** The known reasons have words of their own. */
    public String trouble(Entry entry) {
        return entry.trouble().isEmpty() || entry.trouble().equals("FULL") ? entry.trouble() : "other";
    }

    public int count(Recording.State wanted) {
        return board.count(Optional.of(wanted));
    }

    public int getAll() {
        return board.count(Optional.empty());
    }

    public long getBytes() {
        return board.bytes();
    }

    public int getTroubled() {
        return board.troubled();
    }

    public boolean isPossible() {
        return settings.services().recording().folder().isPresent();
    }

    public long getKeptDays() {
        return settings.services().recording().kept().toDays();
    }

    public long getLongestMinutes() {
        return settings.services().recording().longest().toMinutes();
    }

    public Recording.State[] getStates() {
        return Recording.State.values();
    }

    public Recording.State getState() {
        return state;
    }

    public void setState(Recording.State state) {
        this.state = state;
    }

    public LazyDataModel<Entry> getModel() {
        if (model == null) {
            model = new RowsPage();
        }
        return model;
    }

    private final class RowsPage extends LazyDataModel<Entry> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return board.count(Optional.ofNullable(state));
        }

        @Override
        public List<Entry> load(int first, int size, Map<String, SortMeta> sorted, Map<String, FilterMeta> filters) {
            return board.entries(Optional.ofNullable(state), first, size);
        }

        @Override
        public String getRowKey(Entry entry) {
            return entry.id().toString();
        }
    }
}
