package plenum.calendar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import plenum.account.Account;
import plenum.calendar.CalendarShare.With;

/** Shares in memory: with people and everybody. */
final class FakeShares implements CalendarShares {
    final List<CalendarShare> all = new ArrayList<>();
    private final Set<UUID> hidden = new HashSet<>();
    private final FakeCalendars calendars;

    FakeShares(FakeCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public List<SeenCalendar> seenBy(Account reader) {
        return Stream.concat(
                        calendars.of(reader.id()).stream().map(Calendar::id),
                        all.stream().map(CalendarShare::calendar))
                .distinct()
                .flatMap(id -> seenBy(reader, id).stream())
                .toList();
    }

    @Override
    public Optional<SeenCalendar> seenBy(Account reader, UUID calendar) {
        return calendars.calendar(calendar).flatMap(found -> access(reader, found)
                .map(access -> new SeenCalendar(found, access, "Owner", reader.email(), hidden.contains(calendar))));
    }

    private Optional<Access> access(Account reader, Calendar calendar) {
        if (calendar.owner().equals(reader.id()) || (calendar.organisation() && reader.isAdmin())) {
            return Optional.of(Access.OWN);
        }
        return all.stream()
                .filter(share -> share.calendar().equals(calendar.id()))
                .filter(share ->
                        share.with() instanceof With.Everybody || share.with().equals(new With.Person(reader.email())))
                .map(CalendarShare::access)
                .max(java.util.Comparator.naturalOrder());
    }

    @Override
    public List<CalendarShare> of(UUID calendar) {
        return all.stream().filter(share -> share.calendar().equals(calendar)).toList();
    }

    @Override
    public Optional<CalendarShare> byId(UUID share) {
        return all.stream().filter(one -> one.id().equals(share)).findFirst();
    }

    @Override
    public void keep(CalendarShare share) {
        all.removeIf(
                one -> one.calendar().equals(share.calendar()) && one.with().equals(share.with()));
        all.add(share);
    }

    @Override
    public void remove(UUID share) {
        all.removeIf(one -> one.id().equals(share));
    }

    @Override
    public void setHidden(UUID account, UUID calendar, boolean hide) {
        if (hide) {
            hidden.add(calendar);
        } else {
            hidden.remove(calendar);
        }
    }

    @Override
    public List<With.Group> groups(UUID account) {
        return List.of();
    }
}
