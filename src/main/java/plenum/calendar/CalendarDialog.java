package plenum.calendar;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.calendar.CalendarShare.With;
import plenum.mail.MailAddress;

/** The dialog in which a calendar is made, named, coloured, shared and deleted. */
@Named
@ViewScoped
@NullUnmarked
public class CalendarDialog extends PersonalPage {
    private static final long serialVersionUID = 1L;
    private static final String NAME_FIELD = "calendar-form:name";

    @Inject
    transient CalendarKeeper keeper;

    @Inject
    transient CalendarShares shares;

    private UUID calendar;
    private boolean open;
    private String name = "";
    private Calendar.Colour colour = Calendar.Colour.TEAL;
    private boolean organisation;
    private String email = "";
    private String feed = "";
    private String group = "";
    private Access access = Access.READ;

    /** A share in words. */
    public record Row(UUID id, String with, String access) {}

    public void begin() {
        calendar = null;
        name = "";
        colour = Calendar.Colour.BLUE;
        organisation = false;
        open = true;
    }

    public void edit(UUID id) {
        Calendar found = keeper.managed(account(), id);
        calendar = found.id();
        name = found.name();
        colour = found.colour();
        organisation = found.organisation();
        email = "";
        group = "";
        feed = "";
        open = true;
    }

    public void save() {
        boolean done = calendar == null
                ? keeper.create(account(), name, colour, organisation).isPresent()
                : keeper.change(account(), calendar, name, colour);
        if (!done) {
            refuse(NAME_FIELD, name.isBlank() ? "calendar.edit.name.empty" : "calendar.edit.many");
        }
    }

    public void delete() {
        if (calendar != null && !keeper.delete(account(), calendar)) {
            refuse(NAME_FIELD, "calendar.edit.last");
        }
    }

    public void share() {
        Optional<With> with = with();
        if (with.isEmpty() || !keeper.share(account(), calendar, with.get(), access)) {
            refuse("share-form:email", "calendar.share.bad");
            return;
        }
        email = "";
        group = "";
    }

    private Optional<With> with() {
        if (group.equals("*")) {
            return Optional.of(new With.Everybody());
        }
        if (!group.isEmpty()) {
            return getGroups().stream()
                    .filter(one -> one.id().toString().equals(group))
                    .map(With.class::cast)
                    .findFirst();
        }
        return MailAddress.parse(email).map(With.Person::new);
    }

    /** Makes a new secret address; an older one is not valid any more. */
    public void makeFeed() {
        feed = keeper.makeFeed(account(), calendar);
    }

    public void removeFeed() {
        keeper.removeFeed(account(), calendar);
        feed = "";
    }

    public boolean isFed() {
        return calendar != null && keeper.hasFeed(account(), calendar);
    }

    /** The address that was just made; it is shown this once. */
    public String getFeed() {
        return feed;
    }

    public UUID getCalendar() {
        return calendar;
    }

    public void stopSharing(UUID share) {
        keeper.stopSharing(account(), share);
    }

    public List<Row> getShares() {
        return calendar == null
                ? List.of()
                : keeper.sharesOf(account(), calendar).stream()
                        .map(share ->
                                new Row(share.id(), words(share.with()), text("calendar.access." + share.access())))
                        .toList();
    }

    private String words(With with) {
        return switch (with) {
            case With.Person(MailAddress address) -> address.text();
            case With.Group(UUID id, String called) -> called;
            case With.Everybody() -> text("calendar.share.everybody");
        };
    }

    public List<With.Group> getGroups() {
        return shares.groups(account().id());
    }

    /** What can be given to others. */
    public List<Access> getLevels() {
        return Arrays.stream(Access.values())
                .filter(level -> level != Access.OWN)
                .toList();
    }

    public List<Calendar.Colour> getColours() {
        return List.of(Calendar.Colour.values());
    }

    public boolean isOpen() {
        return open;
    }

    public boolean isStored() {
        return calendar != null;
    }

    public boolean isAdmin() {
        return account().isAdmin();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Calendar.Colour getColour() {
        return colour;
    }

    public void setColour(Calendar.Colour colour) {
        this.colour = colour;
    }

    public boolean isOrganisation() {
        return organisation;
    }

    public void setOrganisation(boolean organisation) {
        this.organisation = organisation;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public Access getAccess() {
        return access;
    }

    public void setAccess(Access access) {
        this.access = access;
    }
}
