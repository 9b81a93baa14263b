package plenum.calendar.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import plenum.calendar.FreeSlots.Hours;
import plenum.calendar.Preference;

/** A row of {@code calendar_preference}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "calendar_preference")
class PreferenceRow {
    @Id
    UUID accountId;

    boolean sharesBusy;
    boolean alwaysMeeting;
    Short[] workDays;
    LocalTime workFrom;
    LocalTime workTo;

    protected PreferenceRow() {
        // for Hibernate
    }

    PreferenceRow(UUID account, Preference preference) {
        accountId = account;
        sharesBusy = preference.sharesBusy();
        alwaysMeeting = preference.alwaysMeeting();
        workDays = preference.hours().days().stream()
                .sorted()
                .map(day -> (short) day.getValue())
                .toArray(Short[]::new);
        workFrom = preference.hours().from();
        workTo = preference.hours().to();
    }

    Preference toPreference(ZoneId zone) {
        return new Preference(
                sharesBusy,
                alwaysMeeting,
                new Hours(
                        zone,
                        Arrays.stream(workDays)
                                .map(number -> DayOfWeek.of(number))
                                .collect(Collectors.toSet()),
                        workFrom,
                        workTo));
    }
}
