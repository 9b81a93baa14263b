package plenum.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import plenum.audit.AuditAction;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;

/** What moderators did in this meeting, the latest first. */
@Named("deskLog")
@ViewScoped
@NullUnmarked
public class DeskLogPanel implements Serializable {
    private static final long serialVersionUID = 1L;

    /** An admin's action, of which moderators learn no more. */
    private static final String OTHER = "desk.log.act.other";

    @Inject
    DeskPage page;

    @Inject
    transient AuditLog audit;

    private transient LazyDataModel<Line> lines;

    public LazyDataModel<Line> getLines() {
        if (lines == null) {
            lines = new Lines();
        }
        return lines;
    }

    private Line line(AuditLine line) {
        Locale language = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        ResourceBundle texts = DeskPage.texts();
        String name = line.action().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Line(
                DateTimeFormatter.ISO_INSTANT.format(line.at()),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withLocale(language)
                        .withZone(ZoneId.from(ZoneOffset.UTC))
                        .format(line.at()),
                line.actorName(),
                texts.getString(texts.containsKey("desk.log.act." + name) ? "desk.log.act." + name : OTHER),
                line.subject()
                        .map(subject -> subject(line.action(), subject, texts))
                        .orElse(""));
    }

    /** Rules are stored by their names. */
    private static String subject(AuditAction action, String subject, ResourceBundle texts) {
        boolean rule = action == AuditAction.SWITCH_ON || action == AuditAction.SWITCH_OFF;
        String key = "rules." + subject.replace('_', '-');
        return rule && texts.containsKey(key) ? texts.getString(key) : subject;
    }

    /**
     * A line.
     *
     * @param at for programs, which show it in the reader's zone
     * @param time in UTC, for readers without them
     * @param what the action in words
     * @param about whom or what it was about
     */
    public record Line(String at, String time, String actor, String what, String about) {}

    private final class Lines extends LazyDataModel<Line> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return audit.count(page.seat().meeting().id());
        }

        @Override
        public List<Line> load(int first, int most, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return audit.of(page.seat().meeting().id(), first, most).stream()
                    .map(DeskLogPanel.this::line)
                    .toList();
        }
    }
}
