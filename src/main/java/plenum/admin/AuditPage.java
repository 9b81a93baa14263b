package plenum.admin;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import plenum.audit.AuditAction;
import plenum.audit.AuditLine;
import plenum.audit.AuditSearch;
import plenum.audit.AuditSearch.Wanted;

/** The audit: what moderators and admins did, found by words, action and time, and to be taken away as a file. */
@Named
@ViewScoped
@NullUnmarked
public class AuditPage extends ConsolePage {
    private static final long serialVersionUID = 1L;
    /** Nobody turns more pages than these lines fill. */
    private static final int MOST = 10_000;

    @Inject
    transient AuditSearch lines;

    private String words = "";
    private AuditAction action;
    private LocalDate from;
    private LocalDate to;
    private transient LazyDataModel<AuditLine> model;
    private transient String csv = "";

    private Wanted wanted() {
        ZoneId zone = user.person().account().zone();
        return new Wanted(
                given(words),
                Optional.ofNullable(action),
                Optional.ofNullable(from).map(day -> day.atStartOfDay(zone).toInstant()),
                Optional.ofNullable(to)
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** Sends what the filters leave as comma separated values. */
    public void export() throws IOException {
        Map<String, String> filters = Map.of(
                "words", given(words),
                "action", text(action),
                "from", text(from),
                "to", text(to));
        if (!perform("audit-export", filters, done -> csv = done.output().orElse(""))) {
            return;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.responseReset();
        external.setResponseContentType("text/csv");
        external.setResponseCharacterEncoding(StandardCharsets.UTF_8.name());
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        try (Writer out = new OutputStreamWriter(external.getResponseOutputStream(), StandardCharsets.UTF_8)) {
            out.write(csv);
        }
        csv = "";
        faces.responseComplete();
    }

    private static String text(Object chosen) {
        return chosen == null ? "" : chosen.toString();
    }

    public boolean isMore(int found) {
        return found >= MOST;
    }

    public LazyDataModel<AuditLine> getModel() {
        if (model == null) {
            model = new RowsPage();
        }
        return model;
    }

    public AuditAction[] getActions() {
        return AuditAction.values();
    }

    public String when(Instant at) {
        return local(at);
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public AuditAction getAction() {
        return action;
    }

    public void setAction(AuditAction action) {
        this.action = action;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    private final class RowsPage extends LazyDataModel<AuditLine> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return lines.count(wanted(), MOST);
        }

        @Override
        public List<AuditLine> load(
                int first, int size, Map<String, SortMeta> sorted, Map<String, FilterMeta> filters) {
            return lines.find(wanted(), first, size);
        }
    }
}
