package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import plenum.account.Accounts;

/** Who invites to events. Blocks on the database. */
@ApplicationScoped
public class Hosts {
    @Inject
    Calendars calendars;

    @Inject
    Accounts accounts;

    /** The name of whoever owns the calendar; empty when they are gone. */
    String name(Event event) {
        return calendars
                .calendar(event.calendar())
                .flatMap(calendar -> accounts.byId(calendar.owner()))
                .map(owner -> owner.name().text())
                .orElse("");
    }
}
