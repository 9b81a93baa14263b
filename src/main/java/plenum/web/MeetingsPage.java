package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import plenum.account.CurrentUser;
import plenum.conference.Conferences;
import plenum.meeting.MyMeetings;
import plenum.meeting.MyMeetings.Asked;
import plenum.meeting.MyMeetings.Entry;
import plenum.meeting.MyMeetings.Which;

/** "My meetings": those that are planned, going on, or over. The database pages; nobody's browser gets all of them. */
@Named
@RequestScoped
@NullUnmarked
public class MeetingsPage {
    @Inject
    CurrentUser user;

    @Inject
    MyMeetings meetings;

    @Inject
    Conferences conferences;

    @Inject
    HttpServletRequest request;

    private LazyDataModel<Entry> model;

    /** The parts of the page, each with how many meetings it has. */
    public List<Part> getParts() {
        return Arrays.stream(Which.values())
                .map(which -> new Part(name(which), meetings.count(asked(which)), which == which()))
                .toList();
    }

    /** One part. */
    public record Part(String name, long count, boolean current) {}

    public LazyDataModel<Entry> getModel() {
        if (model == null) {
            model = new Model();
        }
        return model;
    }

    public String getShown() {
        return name(which());
    }

    public String local(Instant at) {
        return user.account()
                .map(account -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language())
                        .format(at.atZone(account.zone())))
                .orElse("");
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private Which which() {
        String wanted = request.getParameter("show");
        return Arrays.stream(Which.values())
                .filter(which -> name(which).equals(wanted))
                .findFirst()
                .orElse(Which.PLANNED);
    }

    private static String name(Which which) {
        return which.name().toLowerCase(Locale.ROOT);
    }

    private Asked asked(Which which) {
        return new Asked(user.person().account().id(), which, conferences.live());
    }

    private final class Model extends LazyDataModel<Entry> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return (int) meetings.count(asked(which()));
        }

        @Override
        public List<Entry> load(int first, int most, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
            return meetings.list(asked(which()), first, most);
        }
    }
}
