package plenum.recording;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import plenum.account.Account;
import plenum.account.CurrentUser;

/** The list of somebody's recordings, the newest first, a page of it at a time. */
@Named
@ViewScoped
@NullUnmarked
public class RecordingsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int ROWS = 20;

    @Inject
    Recordings recordings;

    @Inject
    CurrentUser user;

    private final RowsOnPage rows = new RowsOnPage();

    public LazyDataModel<RecordingRowView> getRows() {
        return rows;
    }

    public boolean isNone() {
        return recordings.count(user.person().account().id()) == 0;
    }

    /** Whether there is more than one page of them. */
    public boolean isMany() {
        return recordings.count(user.person().account().id()) > ROWS;
    }

    public int getSize() {
        return ROWS;
    }

    private List<RecordingRowView> load(int first, int size) {
        Account owner = user.person().account();
        Locale language = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return recordings.of(owner.id(), first, size).stream()
                .map(recording ->
                        RecordingRowView.of(recording, recording.film().isPresent(), owner, language))
                .toList();
    }

    private final class RowsOnPage extends LazyDataModel<RecordingRowView> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return recordings.count(user.person().account().id());
        }

        @Override
        public List<RecordingRowView> load(
                int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return RecordingsPage.this.load(first, size);
        }
    }
}
