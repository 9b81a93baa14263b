package plenum.calendar;

import java.util.UUID;
import plenum.mail.MailAddress;

/** That others see a calendar, and what they may do with it. */
public record CalendarShare(UUID id, UUID calendar, With with, Access access) {
    public CalendarShare {
        if (access == Access.OWN) {
            throw new IllegalArgumentException("nobody else owns a calendar");
        }
    }

    /** Who sees it. */
    public sealed interface With {
        /** Whoever has this address, now or later. */
        record Person(MailAddress email) implements With {}

        /** A group that somebody is in. */
        record Group(UUID id, String name) implements With {}

        /** Everybody who can sign in here. */
        record Everybody() implements With {}
    }
}
