package plenum.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.CurrentUser;

/** What takes place today for whoever is signed in, on the start page. Guests cost no query. */
@Named
@RequestScoped
@NullUnmarked
public class TodayPanel {
    @Inject
    CurrentUser user;

    @Inject
    TodayEvents today;

    private List<TodayEvents.Row> rows;

    public boolean isSignedIn() {
        return user.isSignedIn();
    }

    public List<TodayEvents.Row> getEvents() {
        if (rows == null) {
            rows = user.account().map(reader -> today.of(reader).events()).orElse(List.of());
        }
        return rows;
    }
}
