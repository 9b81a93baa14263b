package plenum.booking;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.account.CurrentUser;
import plenum.account.TimeZones;
import plenum.mail.MailAddress;
import plenum.platform.Messages;

/** Rooms and things in the console: what there is, on which terms, and the displays at the doors. */
@Named
@ViewScoped
@NullUnmarked
public class RoomsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentUser user;

    @Inject
    transient Bookables bookables;

    @Inject
    transient RoomKeeping keeping;

    @Inject
    transient Accounts accounts;

    private UUID edited;
    private boolean editing;
    private String name = "";
    private int capacity;
    private String equipment = "";
    private String place = "";
    private String group = "";
    private String keeper = "";
    private List<String> days = List.of();
    private ZoneId before = ZoneOffset.UTC;
    private String zone = "";
    private String from = "";
    private String to = "";
    private String displayAddress = "";

    public List<Bookable> getAll() {
        return bookables.all();
    }

    public List<Bookables.Named> getGroups() {
        return bookables.groups();
    }

    public List<String> getWeek() {
        return EnumSet.allOf(DayOfWeek.class).stream().map(DayOfWeek::name).toList();
    }

    /** All that a room can be in; a new one is in that of whoever makes it. */
    public List<String> getZones() {
        return TimeZones.with(before);
    }

    public String day(String day) {
        return DayOfWeek.valueOf(day)
                .getDisplayName(
                        TextStyle.SHORT_STANDALONE,
                        FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    public void begin() {
        edit(new Bookable(
                UUID.randomUUID(),
                "–",
                0,
                "",
                "",
                new Bookable.Terms(
                        Optional.empty(),
                        Optional.empty(),
                        OpeningHours.always(account().zone()))));
        name = "";
    }

    public void edit(Bookable bookable) {
        edited = bookable.id();
        editing = true;
        displayAddress = "";
        name = bookable.name();
        capacity = bookable.capacity();
        equipment = bookable.equipment();
        place = bookable.place();
        group = bookable.terms().group().map(UUID::toString).orElse("");
        keeper = bookable.terms()
                .keeper()
                .flatMap(accounts::byId)
                .map(account -> account.email().text())
                .orElse("");
        OpeningHours hours = bookable.terms().hours();
        before = hours.zone();
        zone = before.getId();
        days = hours.days().stream().sorted().map(DayOfWeek::name).toList();
        from = hours.from().toString();
        to = hours.to().toString();
    }

    public void close() {
        editing = false;
    }

    public void save() {
        Optional<Account> chosen = MailAddress.parse(keeper).flatMap(accounts::byEmail);
        if (!keeper.isBlank() && chosen.isEmpty()) {
            refuse("rooms.keeper.unknown");
            return;
        }
        try {
            keeping.store(
                    account(),
                    new Bookable(
                            edited,
                            name.strip(),
                            capacity,
                            equipment.strip(),
                            place.strip(),
                            new Bookable.Terms(
                                    group.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(group)),
                                    chosen.map(Account::id),
                                    hours())));
            editing = false;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            refuse("rooms.bad");
        }
    }

    private OpeningHours hours() {
        Set<DayOfWeek> open = days.stream().map(DayOfWeek::valueOf).collect(Collectors.toSet());
        ZoneId chosen = getZones().contains(zone) ? TimeZones.parse(zone) : before;
        return new OpeningHours(chosen, open, LocalTime.parse(from), LocalTime.parse(to));
    }

    public void delete(Bookable bookable) {
        keeping.delete(account(), bookable.id());
    }

    public List<Bookables.Display> getDisplays() {
        return isStored() ? bookables.displays(edited) : List.of();
    }

    public void addDisplay() {
        displayAddress = keeping.addDisplay(account(), edited, name.strip());
    }

    public void removeDisplay(Bookables.Display display) {
        keeping.removeDisplay(account(), display);
        displayAddress = "";
    }

    private void refuse(String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String text = Messages.in(faces.getViewRoot().getLocale()).getString(key);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        faces.validationFailed();
    }

    private Account account() {
        return user.person().account();
    }

    public boolean isEditing() {
        return editing;
    }

    public boolean isStored() {
        return editing && bookables.byId(edited).isPresent();
    }

    /** The address of the display that was just made; it is shown this once. */
    public String getDisplayAddress() {
        return displayAddress;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getCapacity() {
        return capacity;
    }

    public void setCapacity(int capacity) {
        this.capacity = capacity;
    }

    public String getEquipment() {
        return equipment;
    }

    public void setEquipment(String equipment) {
        this.equipment = equipment;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public String getKeeper() {
        return keeper;
    }

    public void setKeeper(String keeper) {
        this.keeper = keeper;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public List<String> getDays() {
        return days;
    }

    public void setDays(List<String> days) {
        this.days = days;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
