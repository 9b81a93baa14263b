package plenum.calendar;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.Directory;
import plenum.mail.MailAddress;

/** The guests of an event that is being edited. */
@NullUnmarked
public final class GuestList implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient List<Guest> guests;
    private String typed = "";

    GuestList() {
        this(List.of());
    }

    GuestList(List<Guest> guests) {
        this.guests = new ArrayList<>(guests);
    }

    /** False when there are as many as can be. */
    boolean add(Directory directory, MailAddress address) {
        boolean there = guests.stream().anyMatch(guest -> guest.email().equals(address));
        if (!there) {
            if (guests.size() >= Event.MOST_GUESTS) {
                return false;
            }
            Optional<Account> account = directory.search(address.text(), 2).stream()
                    .filter(found -> found.email().equals(address))
                    .findFirst();
            guests.add(new Guest(
                    address,
                    account.map(found -> found.name().text()).orElse(""),
                    account.map(Account::id),
                    true,
                    Answer.NONE));
        }
        typed = "";
        return true;
    }

    public void remove(String email) {
        guests.removeIf(guest -> guest.email().text().equals(email));
    }

    /** Makes somebody needed, or optional. */
    public void toggleNeeded(String email) {
        guests.replaceAll(guest -> guest.email().text().equals(email)
                ? new Guest(guest.email(), guest.name(), guest.account(), !guest.needed(), guest.answer())
                : guest);
    }

    public List<Guest> all() {
        return List.copyOf(guests);
    }

    public List<Guest> getAll() {
        return all();
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
