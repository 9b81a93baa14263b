package plenum.calendar;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.Directory;
import plenum.mail.MailAddress;

/** Whom the dialog of an event invites: people of this server, groups, and any address. */
@Named
@ViewScoped
@NullUnmarked
public class GuestsPanel extends PersonalPage {
    private static final long serialVersionUID = 1L;
    private static final int SUGGESTIONS = 8;
    private static final String FIELD = "event:guest";

    /** An address behind a name, as programs for mail write it. */
    private static final Pattern BEHIND_A_NAME = Pattern.compile("^(.*?)<([^<>]+)>\\s*$");

    @Inject
    transient Directory directory;

    @Inject
    transient GuestGroups groups;

    @Inject
    transient Availability availability;

    private GuestList list = new GuestList(List.of());
    private String typed = "";
    private transient List<MailAddress> asked = List.of();
    private transient Set<MailAddress> known = Set.of();

    void begin(List<Guest> guests) {
        list = new GuestList(guests);
        typed = "";
    }

    List<Guest> all() {
        return list.all();
    }

    /** Invites what is typed: a name with an address, an address, or a group. */
    public void add() {
        String text = typed == null ? "" : typed.strip();
        Optional<GuestGroups.Group> group = groups.of(account()).stream()
                .filter(one -> one.name().equalsIgnoreCase(text) || words(one).equals(text))
                .findFirst();
        List<Guest> guests = group.isPresent()
                ? groups.people(group.get().id())
                : person(text).stream().toList();
        if (group.isPresent()) {
            guests = guests.stream()
                    .filter(guest -> !guest.email().equals(account().email()))
                    .toList();
        }
        if (guests.isEmpty()) {
            refuse(FIELD, group.isPresent() ? "calendar.guest.group.empty" : "calendar.guest.bad");
        } else if (list.add(guests)) {
            typed = "";
        } else {
            refuse(FIELD, "calendar.guest.many");
        }
    }

    private Optional<Guest> person(String text) {
        Matcher named = BEHIND_A_NAME.matcher(text);
        boolean hasName = named.matches();
        String name = hasName ? named.group(1).replace("\"", "").strip() : "";
        return MailAddress.parse(hasName ? named.group(2) : text).map(address -> guest(address, name));
    }

    private Guest guest(MailAddress address, String name) {
        Optional<Account> known = directory.search(address.text(), 2).stream()
                .filter(found -> found.email().equals(address))
                .findFirst();
        String shown = known.map(found -> found.name().text())
                .orElse(name.substring(0, Math.min(name.length(), Guest.LONGEST_NAME)));
        return new Guest(address, shown, known.map(Account::id), true, Answer.NONE);
    }

    /** People of this server and groups, as {@link #add} takes them. */
    public List<String> suggest(String part) {
        String small = part.strip().toLowerCase(Locale.ROOT);
        Stream<String> people = directory.search(part, SUGGESTIONS).stream()
                .map(found -> found.name().text() + " <" + found.email().text() + ">");
        Stream<String> together = groups.of(account()).stream()
                .filter(group -> group.name().toLowerCase(Locale.ROOT).contains(small))
                .map(this::words);
        return Stream.concat(together, people).limit(SUGGESTIONS).toList();
    }

    private String words(GuestGroups.Group group) {
        return MessageFormat.format(text("calendar.guest.group"), group.name());
    }

    public boolean isSomebody() {
        return !list.all().isEmpty();
    }

    public List<GuestList.Row> getRows() {
        Map<UUID, String> names = new HashMap<>();
        groups.named(list.groups()).forEach(group -> names.put(group.id(), group.name()));
        return list.rows(names);
    }

    /** How the people of a group have answered. */
    public String counts(GuestList.Row row) {
        return MessageFormat.format(
                text("calendar.guest.counts"),
                row.count(Answer.YES),
                row.count(Answer.MAYBE),
                row.count(Answer.NO),
                row.people().size());
    }

    public void remove(String key) {
        list.remove(key);
    }

    public void toggleNeeded(String key) {
        list.toggleNeeded(key);
    }

    /** Whether their times are known to whoever edits; asked once for all. */
    public boolean isKnown(Guest guest) {
        List<MailAddress> all = list.all().stream().map(Guest::email).toList();
        if (!all.equals(asked)) {
            known = availability.known(account(), all);
            asked = all;
        }
        return known.contains(guest.email());
    }

    /** Whether there is somebody whose times are not known. */
    public boolean isSomebodyUnknown() {
        return list.all().stream().anyMatch(guest -> !isKnown(guest));
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
