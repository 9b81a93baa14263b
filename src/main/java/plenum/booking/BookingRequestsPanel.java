package plenum.booking;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.account.CurrentUser;

/** The bookings that wait for an answer of whoever keeps the rooms. */
@Named
@RequestScoped
@NullUnmarked
public class BookingRequestsPanel {
    private static final int MOST = 20;

    @Inject
    RoomBooking rooms;

    @Inject
    Bookables bookables;

    @Inject
    Accounts accounts;

    @Inject
    CurrentUser user;

    /** One that waits. */
    public record Row(UUID id, String room, String who, String when) {}

    public List<Row> getWaiting() {
        Account reader = user.person().account();
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(reader.language());
        return rooms.waitingFor(reader, MOST).stream()
                .map(booking -> new Row(
                        booking.id(),
                        bookables.byId(booking.bookable()).map(Bookable::name).orElse("–"),
                        booking.by()
                                .flatMap(accounts::byId)
                                .map(account -> account.name().text())
                                .orElse("–"),
                        time.format(booking.during().start().atZone(reader.zone()))))
                .toList();
    }

    public void allow(UUID booking) {
        rooms.answer(user.person().account(), booking, true);
    }

    public void refuse(UUID booking) {
        rooms.answer(user.person().account(), booking, false);
    }
}
