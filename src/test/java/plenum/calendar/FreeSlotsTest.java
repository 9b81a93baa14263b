package plenum.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.calendar.EventTime.Interval;
import plenum.calendar.FreeSlots.Guest;
import plenum.calendar.FreeSlots.Hours;
import plenum.calendar.FreeSlots.Slot;

@Tag("calendar")
class FreeSlotsTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Duration HOUR = Duration.ofHours(1);
    /** A Monday. */
    private static final String DAY = "2026-12-07T";

    private static Instant at(String time) {
        return LocalDateTime.parse(DAY + time).atZone(ZURICH).toInstant();
    }

    private static Interval span(String from, String to) {
        return new Interval(at(from), at(to));
    }

    private static Guest needed(Interval... busy) {
        return new Guest(true, List.of(Hours.usual(ZURICH)), List.of(busy));
    }

    private static Interval first(List<Guest> guests, String wanted) {
        return FreeSlots.next(guests, HOUR, at(wanted), at(wanted).plus(Duration.ofDays(14)), 1)
                .getFirst()
                .time();
    }

    @Test
    void wantedAtTenAndSomebodyBusyFromAQuarterToElevenIsAQuarterToTwelve() {
        assertEquals(span("11:45", "12:45"), first(List.of(needed(), needed(span("10:45", "11:45"))), "10:00"));
    }

    @Test
    void aWantedTimeThatFitsIsTaken() {
        assertEquals(
                span("10:00", "11:00"),
                first(List.of(needed(span("11:00", "12:00"), span("09:00", "10:00"))), "10:00"));
    }

    @Test
    void afterWorkComesTheNextWorkingDay() {
        Interval slot = first(List.of(needed(span("08:00", "18:00"))), "10:00");
        assertEquals(LocalDateTime.parse("2026-12-08T08:00").atZone(ZURICH).toInstant(), slot.start());
    }

    @Test
    void hoursOfAnotherZoneCount() {
        Guest newYork = new Guest(true, List.of(Hours.usual(ZoneId.of("America/New_York"))), List.of());
        assertEquals(span("14:00", "15:00"), first(List.of(needed(), newYork), "10:00"));
    }

    @Test
    void whoIsNotNeededDoesNotBlockAndIsCounted() {
        Guest busy = new Guest(false, List.of(Hours.usual(ZURICH)), List.of(span("10:00", "11:00")));
        Guest free = new Guest(false, List.of(Hours.usual(ZURICH)), List.of());
        Slot slot = FreeSlots.next(List.of(needed(), busy, free), HOUR, at("10:00"), at("18:00"), 1)
                .getFirst();
        assertEquals(new Slot(span("10:00", "11:00"), 1), slot);
    }

    @Test
    void nobodyFreeGivesNoSlot() {
        assertTrue(FreeSlots.next(List.of(needed(span("00:00", "23:59"))), HOUR, at("10:00"), at("18:00"), 3)
                .isEmpty());
    }

    @Test
    void slotsFollowOneAnother() {
        List<Slot> slots = FreeSlots.next(List.of(needed(span("10:10", "10:40"))), HOUR, at("09:00"), at("13:00"), 10);
        assertEquals(
                List.of(at("09:00"), at("10:40"), at("11:40")),
                slots.stream().map(slot -> slot.time().start()).toList());
    }
}
