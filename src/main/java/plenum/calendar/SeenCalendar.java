package plenum.calendar;

import plenum.calendar.Access.Act;
import plenum.mail.MailAddress;

/**
 * A calendar as one reader sees it.
 *
 * @param owner name of its owner
 * @param ownerEmail the address that invitations of its owner go to
 * @param hidden whether the reader does not want to see its events
 */
public record SeenCalendar(Calendar calendar, Access access, String owner, MailAddress ownerEmail, boolean hidden) {
    public boolean may(Act act) {
        return access.may(act);
    }

    /** Whether it is the reader's own, and not the organisation's. */
    public boolean personal() {
        return access == Access.OWN && !calendar.organisation();
    }

    /** An event as the reader may see it: those who may not read it know when it is and nothing else. */
    Event show(Event event) {
        boolean readable = may(Act.READ) && (!event.details().hidden() || may(Act.SEE_HIDDEN));
        return readable ? event : event.veiled();
    }
}
