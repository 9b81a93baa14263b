package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.calendar.Access.Act;
import plenum.calendar.CalendarShare.With;
import plenum.mail.Letter;
import plenum.mail.MailOutbox;
import plenum.platform.SecretToken;
import plenum.platform.SiteAddress;

/**
 * Makes, changes, shares and deletes calendars. Whoever may not manage one gets {@link Planner.NotYoursException}; an address that nobody has
 * signed up with is shared with like any other.
 */
@ApplicationScoped
@Transactional
public class CalendarKeeper {
    private static final int MOST_CALENDARS = 50;
    private static final int MOST_SHARES = 200;

    @Inject
    Calendars calendars;

    @Inject
    CalendarShares shares;

    @Inject
    Accounts accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    SiteAddress site;

    @Inject
    RandomGenerator random;

    /**
     * Makes a calendar.
     *
     * @param organisation whether it is everybody's to read; admins alone make such
     * @return empty when there are too many, or the name is none
     */
    public Optional<Calendar> create(Account by, String name, Calendar.Colour colour, boolean organisation) {
        if (!isName(name) || calendars.of(by.id()).size() >= MOST_CALENDARS) {
            return Optional.empty();
        }
        if (organisation && !by.isAdmin()) {
            throw new Planner.NotYoursException();
        }
        Calendar calendar = new Calendar(UUID.randomUUID(), by.id(), name.strip(), colour, organisation);
        calendars.store(calendar);
        if (organisation) {
            shares.keep(new CalendarShare(UUID.randomUUID(), calendar.id(), new With.Everybody(), Access.READ));
        }
        return Optional.of(calendar);
    }

    /** With an id that a program chose; false when there are too many, or the name is none. */
    public boolean createNamed(Account by, UUID id, String name) {
        boolean can = isName(name)
                && calendars.calendar(id).isEmpty()
                && calendars.of(by.id()).size() < MOST_CALENDARS;
        if (can) {
            calendars.store(new Calendar(id, by.id(), name.strip(), Calendar.Colour.BLUE));
        }
        return can;
    }

    /** Whosever it is. */
    public boolean exists(UUID id) {
        return calendars.calendar(id).isPresent();
    }

    /** Of somebody who has none, the first one. */
    public void createFirst(Account of, String name) {
        if (calendars.of(of.id()).stream().allMatch(Calendar::organisation)) {
            calendars.store(new Calendar(UUID.randomUUID(), of.id(), name, Calendar.Colour.TEAL));
        }
    }

    /** False when that is no name. */
    public boolean change(Account by, UUID id, String name, Calendar.Colour colour) {
        Calendar old = managed(by, id);
        if (!isName(name)) {
            return false;
        }
        calendars.store(new Calendar(id, old.owner(), name.strip(), colour, old.organisation()));
        return true;
    }

    /** With its events. False for somebody's last one, which they keep. */
    public boolean delete(Account by, UUID id) {
        Calendar calendar = managed(by, id);
        boolean last = !calendar.organisation()
                && calendars.of(by.id()).stream()
                                .filter(one -> !one.organisation())
                                .count()
                        < 2;
        if (!last) {
            calendars.delete(id);
        }
        return !last;
    }

    /** Lets others see it, and tells a person by mail. False when there are too many, or it is the owner themselves. */
    public boolean share(Account by, UUID id, With with, Access access) {
        Calendar calendar = managed(by, id);
        List<CalendarShare> there = shares.of(id);
        if (there.size() >= MOST_SHARES || with.equals(new With.Person(by.email()))) {
            return false;
        }
        if (with instanceof With.Group group && shares.groups(by.id()).stream().noneMatch(group::equals)) {
            return false;
        }
        shares.keep(new CalendarShare(UUID.randomUUID(), id, with, access));
        if (with instanceof With.Person person
                && there.stream().noneMatch(share -> share.with().equals(with))) {
            Locale language =
                    accounts.byEmail(person.email()).map(Account::language).orElse(by.language());
            outbox.put(new Letter(
                    person.email(),
                    language,
                    "calendar-shared",
                    List.of(by.name().text(), calendar.name()),
                    Optional.of(site.page("/calendar"))));
        }
        return true;
    }

    public List<CalendarShare> sharesOf(Account by, UUID id) {
        managed(by, id);
        return shares.of(id);
    }

    public void stopSharing(Account by, UUID share) {
        shares.byId(share).ifPresent(found -> {
            managed(by, found.calendar());
            shares.remove(share);
        });
    }

    /** The secret address of a calendar's feed; an older one is not valid any more. */
    public String makeFeed(Account by, UUID id) {
        managed(by, id);
        SecretToken token = SecretToken.draw(random);
        calendars.setFeed(id, Optional.of(token.hash()));
        return site.page(FeedServlet.PATH + "/" + token.text() + ".ics");
    }

    public void removeFeed(Account by, UUID id) {
        managed(by, id);
        calendars.setFeed(id, Optional.empty());
    }

    public boolean hasFeed(Account by, UUID id) {
        managed(by, id);
        return calendars.hasFeed(id);
    }

    Calendar managed(Account by, UUID id) {
        return shares.seenBy(by, id)
                .filter(seen -> seen.may(Act.MANAGE))
                .map(SeenCalendar::calendar)
                .orElseThrow(Planner.NotYoursException::new);
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.strip().length() <= Calendar.LONGEST_NAME;
    }
}
