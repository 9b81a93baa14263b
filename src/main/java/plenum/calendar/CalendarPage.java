package plenum.calendar;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.event.SelectEvent;
import org.primefaces.event.schedule.ScheduleEntryMoveEvent;
import org.primefaces.event.schedule.ScheduleEntryResizeEvent;
import org.primefaces.event.schedule.ScheduleRangeEvent;
import org.primefaces.model.ScheduleEvent;
import org.primefaces.model.ScheduleModel;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.platform.Messages;

/** The calendar of whoever is signed in: what is shown, and moves by the pointer. The dialog of an event is {@link EventDialog}'s. */
@Named
@ViewScoped
@NullUnmarked
public class CalendarPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentUser user;

    @Inject
    transient CalendarShares shares;

    @Inject
    transient CalendarKeeper keeper;

    @Inject
    transient Agenda agenda;

    @Inject
    transient Planner planner;

    @Inject
    transient SeriesPlanner series;

    @Inject
    transient InstantSource clock;

    @Inject
    EventDialog dialog;

    private boolean invitations = true;
    private ScheduleView schedule;

    @PostConstruct
    void open() {
        Account account = user.person().account();
        keeper.createFirst(account, Messages.in(account.language()).getString("calendar.first"));
        schedule = new ScheduleView(
                account.zone(), span -> agenda.of(user.person().account(), shown(), invitations, span));
    }

    private List<SeenCalendar> shown() {
        return seen().filter(calendar -> !calendar.hidden()).toList();
    }

    private Stream<SeenCalendar> seen() {
        return shares.seenBy(user.person().account()).stream();
    }

    /** A new event an hour long, beginning with the next full hour. */
    public void begin() {
        LocalDateTime now = clock.instant().atZone(zone()).toLocalDateTime();
        begin(now.truncatedTo(ChronoUnit.HOURS).plusHours(1), false, Duration.ofHours(1));
    }

    /** A new event over the span that was drawn. */
    public void beginOver(ScheduleRangeEvent drawn) {
        Duration length = Duration.between(drawn.getStartDate(), drawn.getEndDate());
        boolean days = drawn.getStartDate().toLocalTime().toSecondOfDay() == 0
                && drawn.getEndDate().toLocalTime().toSecondOfDay() == 0;
        begin(drawn.getStartDate(), days, length.isPositive() ? length : Duration.ofHours(1));
    }

    private void begin(LocalDateTime start, boolean days, Duration length) {
        dialog.begin(
                new EventTime(start, length, zone(), days),
                getOwn().getFirst().calendar().id());
    }

    /** What somebody else has deleted meanwhile does not open. */
    public void open(SelectEvent<ScheduleEvent<?>> chosen) {
        schedule.entry(chosen.getObject()).ifPresentOrElse(dialog::open, () -> FacesContext.getCurrentInstance()
                .validationFailed());
    }

    public void move(ScheduleEntryMoveEvent moved) {
        change(moved.getScheduleEvent());
    }

    public void resize(ScheduleEntryResizeEvent resized) {
        change(resized.getScheduleEvent());
    }

    /** Of a series, the one that was moved. */
    private void change(ScheduleEvent<?> to) {
        Optional<Agenda.Entry> found = schedule.entry(to).filter(Agenda.Entry::mayChange);
        if (found.isEmpty() || !to.getStartDate().isBefore(to.getEndDate())) {
            return;
        }
        Agenda.Entry entry = found.get();
        EventTime time = to.isAllDay()
                ? new EventTime(
                        to.getStartDate().toLocalDate().atStartOfDay(),
                        Duration.between(
                                to.getStartDate().toLocalDate().atStartOfDay(),
                                lastDay(to).plusDays(1).atStartOfDay()),
                        entry.time().zone(),
                        true)
                : EventTime.between(
                        local(to.getStartDate(), entry),
                        local(to.getEndDate(), entry),
                        entry.time().zone());
        Account by = user.person().account();
        if (entry.event().repetition().isPresent()) {
            series.save(by, entry.event(), entry.start(), entry.event().withTime(time), SeriesPlanner.Extent.THIS);
        } else {
            planner.save(by, entry.event().withTime(time));
        }
    }

    private static LocalDate lastDay(ScheduleEvent<?> to) {
        boolean midnight = to.getEndDate().toLocalTime().toSecondOfDay() == 0;
        LocalDate day = to.getEndDate().toLocalDate();
        return midnight && day.isAfter(to.getStartDate().toLocalDate()) ? day.minusDays(1) : day;
    }

    /** From the reader's zone to that of the event. */
    private LocalDateTime local(LocalDateTime time, Agenda.Entry entry) {
        return time.atZone(zone()).withZoneSameInstant(entry.time().zone()).toLocalDateTime();
    }

    /** Shows a calendar, or hides it. */
    public void toggle(SeenCalendar calendar) {
        shares.setHidden(user.person().account().id(), calendar.calendar().id(), !calendar.hidden());
    }

    public void toggleInvitations() {
        invitations = !invitations;
    }

    public boolean isInvitations() {
        return invitations;
    }

    public List<SeenCalendar> getOwn() {
        return seen().filter(SeenCalendar::personal).toList();
    }

    /** The organisation's, and those of others. */
    public List<SeenCalendar> getOthers() {
        return seen().filter(calendar -> !calendar.personal()).toList();
    }

    /** Those that events can be put into. */
    public List<SeenCalendar> getWritable() {
        return seen().filter(calendar -> calendar.may(Access.Act.CHANGE)).toList();
    }

    public ScheduleModel getSchedule() {
        return schedule;
    }

    public String getZone() {
        return zone().getId();
    }

    public Locale getLanguage() {
        return user.person().account().language();
    }

    private ZoneId zone() {
        return user.person().account().zone();
    }
}
