package plenum.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import plenum.mail.MailBoard;
import plenum.mail.MailBoard.Entry;
import plenum.mail.MailBoard.State;
import plenum.platform.Settings;

/** Mail: how it is sent, what waits, and what became of the rest. */
@Named
@ViewScoped
@NullUnmarked
public class PostPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient MailBoard board;

    @Inject
    transient Settings settings;

    private State state = State.WAITING;
    private String to = "";
    private transient LazyDataModel<Entry> model;

    public void test() {
        perform("mail-test", Map.of("email", given(to)));
    }

    public void retry(Entry entry) {
        perform("mail-retry", Map.of("mail", entry.id().toString()));
    }

    /** Where mail goes, as host, port and protection; empty: nowhere yet. */
    public String getServer() {
        return settings.services()
                .smtp()
                .map(smtp -> smtp.host() + ":" + smtp.port() + " (" + smtp.security() + ")")
                .orElse("");
    }

    public String getSender() {
        return settings.services().smtp().map(Settings.Smtp::sender).orElse("");
    }

    public State[] getStates() {
        return State.values();
    }

    public LazyDataModel<Entry> getModel() {
        if (model == null) {
            model = new RowsPage();
        }
        return model;
    }

    public State getState() {
        return state;
    }

    public void setState(State state) {
        this.state = state;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    private final class RowsPage extends LazyDataModel<Entry> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(board.count(state));
        }

        @Override
        public List<Entry> load(int first, int size, Map<String, SortMeta> sorted, Map<String, FilterMeta> filters) {
            return board.entries(state, first, size);
        }

        @Override
        public String getRowKey(Entry entry) {
            return entry.id().toString();
        }
    }
}
