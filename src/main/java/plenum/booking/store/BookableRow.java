package plenum.booking.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import plenum.booking.Bookable;
import plenum.booking.OpeningHours;

/** A row of {@code bookable}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "bookable")
class BookableRow {
    @Id
    UUID id;

    String name;
    int capacity;
    String equipment;
    String place;
    UUID groupId;
    UUID keeperId;
    String zone;
    Short[] openDays;
    LocalTime openFrom;
    LocalTime openTo;

    protected BookableRow() {
        // for Hibernate
    }

    BookableRow(Bookable bookable) {
        id = bookable.id();
        name = bookable.name();
        capacity = bookable.capacity();
        equipment = bookable.equipment();
        place = bookable.place();
        groupId = bookable.terms().group().orElse(null);
        keeperId = bookable.terms().keeper().orElse(null);
        OpeningHours hours = bookable.terms().hours();
        zone = hours.zone().getId();
        openDays = hours.days().stream()
                .sorted()
                .map(day -> (short) day.getValue())
                .toArray(Short[]::new);
        openFrom = hours.from();
        openTo = hours.to();
    }

    Bookable toBookable() {
        OpeningHours hours = new OpeningHours(
                ZoneId.of(zone),
                Arrays.stream(openDays).map(number -> DayOfWeek.of(number)).collect(Collectors.toSet()),
                openFrom,
                openTo);
        return new Bookable(
                id,
                name,
                capacity,
                equipment,
                place,
                new Bookable.Terms(Optional.ofNullable(groupId), Optional.ofNullable(keeperId), hours));
    }
}
