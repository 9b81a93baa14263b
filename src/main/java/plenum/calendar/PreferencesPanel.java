package plenum.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.calendar.FreeSlots.Hours;
import plenum.platform.Messages;

/** How somebody likes to plan, as a part of their personal settings. For guests there is none. */
@Named("calendarPreferences")
@RequestScoped
@NullUnmarked
public class PreferencesPanel {
    @Inject
    CurrentUser user;

    @Inject
    Preferences preferences;

    private Preference stored;
    private Boolean alwaysMeeting;
    private Boolean sharesBusy;
    private Map<String, Boolean> days;
    private String from;
    private String to;
    private boolean saved;

    public void save() {
        Optional<Account> account = user.account();
        if (account.isEmpty()) {
            return;
        }
        Optional<Hours> hours = hours(account.get());
        if (hours.isEmpty()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            String why = Messages.in(faces.getViewRoot().getLocale()).getString("calendar.hours.bad");
            faces.addMessage("planning:to", new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
            faces.validationFailed();
            return;
        }
        preferences.store(account.get().id(), new Preference(isSharesBusy(), isAlwaysMeeting(), hours.get()));
        saved = true;
    }

    private Optional<Hours> hours(Account account) {
        Set<DayOfWeek> worked = Arrays.stream(DayOfWeek.values())
                .filter(day -> Boolean.TRUE.equals(getDays().get(day.name())))
                .collect(Collectors.toSet());
        return time(getFrom()).flatMap(begin -> time(getTo())
                .filter(begin::isBefore)
                .map(end -> new Hours(account.zone(), worked, begin, end)));
    }

    static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Preference stored() {
        if (stored == null) {
            Account account = user.person().account();
            stored = preferences.of(account.id(), account.zone());
        }
        return stored;
    }

    /** The days of the week, from Monday on. */
    public List<String> getDayNames() {
        return Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList();
    }

    /** In the language of the page. */
    public String shortOf(String day) {
        Locale language = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return DayOfWeek.valueOf(day).getDisplayName(TextStyle.SHORT_STANDALONE, language);
    }

    /** By day, whether they work on it. */
    public Map<String, Boolean> getDays() {
        if (days == null) {
            days = new TreeMap<>(Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(DayOfWeek::name, stored().hours().days()::contains)));
        }
        return days;
    }

    public boolean isSaved() {
        return saved;
    }

    public boolean isAlwaysMeeting() {
        return alwaysMeeting == null ? stored().alwaysMeeting() : alwaysMeeting;
    }

    public void setAlwaysMeeting(boolean alwaysMeeting) {
        this.alwaysMeeting = alwaysMeeting;
    }

    public boolean isSharesBusy() {
        return sharesBusy == null ? stored().sharesBusy() : sharesBusy;
    }

    public void setSharesBusy(boolean sharesBusy) {
        this.sharesBusy = sharesBusy;
    }

    public String getFrom() {
        return from == null ? stored().hours().from().toString() : from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to == null ? stored().hours().to().toString() : to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
