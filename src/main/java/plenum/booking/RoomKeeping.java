package plenum.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import plenum.account.Account;
import plenum.audit.AuditAction;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;
import plenum.platform.SecretToken;
import plenum.platform.SiteAddress;

/** What admins do with rooms and things; each action has a line in the audit log. */
@ApplicationScoped
@Transactional
public class RoomKeeping {
    @Inject
    Bookables bookables;

    @Inject
    AuditLog audit;

    @Inject
    SiteAddress site;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    public void store(Account by, Bookable bookable) {
        requireAdmin(by);
        Optional<String> before = bookables.byId(bookable.id()).map(Bookable::toString);
        bookables.store(bookable);
        write(by, AuditAction.ROOM_SET, bookable.name(), before, Optional.of(bookable.toString()));
    }

    public void delete(Account by, UUID id) {
        requireAdmin(by);
        bookables.byId(id).ifPresent(bookable -> {
            bookables.delete(id);
            write(by, AuditAction.ROOM_DELETE, bookable.name(), Optional.empty(), Optional.empty());
        });
    }

    /** The address of a new display's page, which is shown once. */
    public String addDisplay(Account by, UUID id, String name) {
        requireAdmin(by);
        Bookable bookable = bookables.byId(id).orElseThrow();
        SecretToken token = SecretToken.draw(random);
        bookables.addDisplay(new Bookables.Display(UUID.randomUUID(), id, name), token.hash());
        write(by, AuditAction.ROOM_DISPLAY_ADD, bookable.name(), Optional.empty(), Optional.of(name));
        return site.page("/room-display#" + token.text());
    }

    public void removeDisplay(Account by, Bookables.Display display) {
        requireAdmin(by);
        bookables.removeDisplay(display.id());
        String room = bookables.byId(display.bookable()).map(Bookable::name).orElse("–");
        write(by, AuditAction.ROOM_DISPLAY_REMOVE, room, Optional.of(display.name()), Optional.empty());
    }

    private static void requireAdmin(Account by) {
        if (!by.isAdmin()) {
            throw new IllegalStateException("admins alone keep rooms");
        }
    }

    private void write(
            Account by, AuditAction action, String subject, Optional<String> before, Optional<String> after) {
        audit.write(new AuditLine(
                clock.instant(),
                Optional.empty(),
                Optional.of(by.id()),
                by.name().text(),
                action,
                Optional.of(subject),
                Optional.empty(),
                before,
                after));
    }
}
