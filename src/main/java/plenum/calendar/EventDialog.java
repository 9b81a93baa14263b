package plenum.calendar;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.booking.RefusedBookingException;
import plenum.mail.MailAddress;

/** The dialog in which an event is made, read and changed. Nothing is stored and no mail is sent before "save". */
@Named
@ViewScoped
@NullUnmarked
public class EventDialog extends PersonalPage {
    private static final long serialVersionUID = 1L;
    private static final List<Integer> REMINDERS = List.of(0, 300, 600, 1800, 3600, 86_400, 604_800);

    @Inject
    transient Calendars calendars;

    @Inject
    transient Planner planner;

    @Inject
    transient SeriesPlanner series;

    @Inject
    transient Preferences preferences;

    @Inject
    transient EventRooms eventRooms;

    @Inject
    transient Proposals proposals;

    @Inject
    transient Hosts hosts;

    @Inject
    GuestsPanel guests;

    @Inject
    EventMeetingPanel meeting;

    @Inject
    AttachmentsPanel files;

    @Inject
    TimesPanel times;

    private EventForm form;
    private RoomChoice rooms = new RoomChoice(Set.of());
    private UUID event;
    private LocalDateTime start;
    private boolean own;
    private String invited;
    private String extent = SeriesPlanner.Extent.THIS.name();
    private boolean more;
    private boolean open;

    void begin(EventTime time, UUID calendar) {
        Account account = account();
        form = EventForm.of(time, calendar);
        guests.begin(List.of());
        meeting.begin(Optional.empty());
        files.begin(Optional.empty());
        rooms = new RoomChoice(Set.of());
        event = null;
        start = null;
        own = true;
        invited = null;
        forget();
        if (preferences.of(account.id(), account.zone()).alwaysMeeting()) {
            addMeeting();
        }
    }

    void open(Agenda.Entry entry) {
        form = EventForm.of(entry.event(), entry.time());
        guests.begin(entry.event().guests());
        meeting.begin(entry.event().meeting());
        files.begin(Optional.of(entry.event().id()));
        rooms = new RoomChoice(entry.event().rooms());
        event = entry.event().id();
        start = entry.event().instead().orElse(entry.start());
        own = entry.mayChange();
        invited = entry.invited().map(MailAddress::text).orElse(null);
        whole().ifPresent(known -> form.repeatAs(known, known.time().at(start)));
        forget();
        // who plans changes one time of a series as a rule; who is invited answers to all of them
        extent = (own ? SeriesPlanner.Extent.THIS : SeriesPlanner.Extent.ALL).name();
    }

    /** Closed without being saved. */
    public void close() {
        open = false;
        meeting.discard();
    }

    private void forget() {
        extent = SeriesPlanner.Extent.THIS.name();
        times.forget();
        more = false;
        open = true;
    }

    public void save() {
        Optional<EventTime> time = form.time();
        if (time.isEmpty()) {
            refuse("event:end", "calendar.time.bad");
            return;
        }
        if (form.getTitle().isBlank()) {
            refuse("event:title", "calendar.title.empty");
            return;
        }
        Optional<Event> before = stored();
        Optional<Event> whole = before.flatMap(series::seriesOf);
        Optional<Repetition> rule =
                whole.map(known -> rule(before.get(), known, time.get())).orElseGet(() -> form.repetition(time.get()));
        if (rule.isEmpty() && form.getRepeat().isRepeated()) {
            refuse("event:repeat", "calendar.repeat.bad");
            return;
        }
        if (!meeting.isReady() || !meeting.seal()) {
            return;
        }
        Event wanted = wanted(before, time.get(), rule);
        try {
            Event saved = whole.isPresent()
                    ? series.save(account(), whole.get(), start, wanted, SeriesPlanner.Extent.valueOf(extent))
                    : planner.save(account(), wanted);
            files.store(saved.id());
            meeting.store(form.getTitle());
            open = false;
        } catch (RefusedBookingException e) {
            refuseRoom(e);
        }
    }

    private Optional<Repetition> rule(Event shown, Event whole, EventTime time) {
        EventTime usual = whole.time().at(start);
        boolean unmoved = shown.instead().isPresent() && time.equals(shown.time());
        return form.repetition(unmoved ? usual : time, whole, usual);
    }

    private void refuseRoom(RefusedBookingException refused) {
        String key = "calendar.room.refused." + refused.reason();
        String at = refused.at()
                .map(time ->
                        EventWords.moment(time, account().language(), account().zone()))
                .orElse("");
        refuseInWords("event:room", MessageFormat.format(text(key), refused.bookable(), at));
    }

    /** Other times that guests propose. */
    public List<Proposals.Proposal> getProposals() {
        return event == null || !own ? List.of() : proposals.of(event);
    }

    /** What can be booked, free or taken at the time that is typed. */
    public List<RoomChoice.Row> getRooms() {
        return eventRooms.rows(account(), form.time().map(EventTime::interval), Optional.ofNullable(event), rooms);
    }

    public void toggleRoom(UUID room) {
        rooms.toggle(room);
    }

    private Event wanted(Optional<Event> before, EventTime time, Optional<Repetition> rule) {
        UUID id = before.map(Event::id).orElseGet(UUID::randomUUID);
        return new Event(
                id,
                UUID.fromString(form.getCalendar()),
                before.map(Event::uid).orElseGet(id::toString),
                form.details(eventRooms.place(rooms.chosen())),
                time,
                rule,
                before.flatMap(Event::instead),
                meeting.letters(),
                guests.all(),
                rooms.chosen(),
                before.map(Event::sequence).orElse(0),
                Instant.EPOCH);
    }

    public void delete() {
        stored().ifPresent(found -> {
            SeriesPlanner.Extent which = SeriesPlanner.Extent.valueOf(extent);
            Optional<Event> whole = series.seriesOf(found);
            boolean alone = found.instead().isPresent() && which == SeriesPlanner.Extent.THIS;
            if (whole.isPresent() && !alone) {
                series.delete(account(), whole.get(), start, which);
            } else {
                planner.delete(account(), found);
            }
        });
        open = false;
    }

    private Optional<Event> stored() {
        return event == null ? Optional.empty() : calendars.event(event);
    }

    /** The series that it is a time of; a guest may be invited to this time alone. */
    private Optional<Event> whole() {
        return stored().flatMap(series::seriesOf)
                .filter(known -> invited == null
                        || known.guests().stream()
                                .anyMatch(guest -> guest.email().text().equals(invited)));
    }

    /** Makes the event's meeting, once. */
    public void addMeeting() {
        meeting.add(form.getTitle());
    }

    /** Looks for the next times for all; the form stays as it is. */
    public void findTime() {
        search().ifPresentOrElse(times::find, () -> refuse("event:end", "calendar.time.bad"));
    }

    private Optional<TimesPanel.Search> search() {
        return form.time()
                .map(wanted -> new TimesPanel.Search(wanted, guests.all(), rooms.chosen(), Optional.ofNullable(event)));
    }

    /** Whether the times of all are shown side by side; they are those of what is in the form now. */
    public boolean isCompared() {
        Optional<TimesPanel.Search> search = times.isOpen() && form != null ? search() : Optional.empty();
        search.ifPresent(times::show);
        return search.isPresent();
    }

    public void take(EventTime slot) {
        form.take(slot);
        timeChanged();
    }

    /** The end goes with it. */
    public void startMoved() {
        form.startMoved();
        timeChanged();
    }

    public void endMoved() {
        form.endMoved();
        timeChanged();
    }

    private void timeChanged() {
        times.forgetSlots();
        form.time().ifPresent(times::follow);
    }

    public String words(EventTime time) {
        return EventWords.time(time, account().language(), account().zone());
    }

    /** What the reader says, who is invited or stands in for somebody who is. */
    public void answer(String said) {
        if (event != null && invited != null) {
            MailAddress guest = new MailAddress(invited);
            Optional<Event> all = whole();
            UUID asked = all.map(Event::id).orElse(event);
            Calendars.Invitation invitation = new Calendars.Invitation(asked, guest);
            boolean one = all.isPresent() && SeriesPlanner.Extent.valueOf(extent) == SeriesPlanner.Extent.THIS;
            Answer.parse(said).ifPresent(answer -> {
                if (one) {
                    series.answer(invitation, start, answer);
                } else {
                    planner.answer(invitation, answer);
                }
            });
            open = false;
        }
    }

    public EventForm getForm() {
        return form;
    }

    public boolean isOpen() {
        return open;
    }

    /** Who invites to what somebody else has planned. */
    public String getHost() {
        return own ? "" : stored().map(hosts::name).orElse("");
    }

    public boolean isInvited() {
        return invited != null;
    }

    public boolean isOwn() {
        return own;
    }

    /** What the form offers, and the rule of the event if that is another. */
    public List<String> getRepeats() {
        List<String> offered = new ArrayList<>(RepeatChoice.OFFERED);
        if (form != null && !offered.contains(form.getRepeat().getFrequency())) {
            offered.add(form.getRepeat().getFrequency());
        }
        return offered;
    }

    /** Seconds before the start that reminders are offered for, and those of the event. */
    public List<Integer> getReminderTimes() {
        return Stream.of(REMINDERS, form.getReminders(), form.getMails())
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    public Calendar.Colour[] getColours() {
        return Calendar.Colour.values();
    }

    /** Those that are used most come first. */
    public List<String> getZones() {
        Stream<String> near = Stream.of(account().zone().getId(), form == null ? "UTC" : form.getZone());
        return Stream.concat(near, ZoneNames.known().map(ZoneId::getId))
                .distinct()
                .toList();
    }

    /** Whether times are not those of the reader's own clock. */
    public boolean isElsewhere() {
        return form != null && !form.getZone().equals(account().zone().getId());
    }

    public RepeatFields.Ends[] getEnds() {
        return RepeatFields.Ends.values();
    }

    public DayOfWeek[] getDays() {
        return DayOfWeek.values();
    }

    public String dayWords(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, account().language());
    }

    public String reminderWords(int seconds) {
        return EventWords.before(seconds, account().language());
    }

    public EventTime getTime() {
        return form.time().orElseThrow();
    }

    public boolean isStored() {
        return event != null;
    }

    public boolean isSeries() {
        return whole().isPresent();
    }

    public String getExtent() {
        return extent;
    }

    public void setExtent(String extent) {
        this.extent = extent;
    }

    public boolean isMore() {
        return more;
    }

    public void toggleMore() {
        more = !more;
    }
}
