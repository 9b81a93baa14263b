package plenum.calendar;

import java.time.ZoneId;
import plenum.calendar.FreeSlots.Hours;

/**
 * How somebody likes to plan.
 *
 * @param sharesBusy whether others here see when they are busy, and nothing else of it
 * @param alwaysMeeting whether a new event gets a meeting by itself
 * @param hours when they work
 */
public record Preference(boolean sharesBusy, boolean alwaysMeeting, Hours hours) {
    public static Preference usual(ZoneId zone) {
        return new Preference(true, false, Hours.usual(zone));
    }
}
