package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** The list of one's own sessions, which can be ended one by one. */
@Named
@RequestScoped
@NullUnmarked
public class SessionsPanel extends FormPage {
    @Inject
    MyAccount mine;

    @Inject
    CurrentUser user;

    public List<Row> getSessions() {
        Identity.Person me = user.person();
        return mine.sessions(me.account()).stream()
                .map(session -> new Row(
                        session.id().toString(),
                        session.device(),
                        local(session.since(), me.account()),
                        local(session.seen(), me.account()),
                        session.id().equals(me.session())))
                .toList();
    }

    private String local(Instant at, Account account) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language())
                .format(at.atZone(account.zone()));
    }

    /**
     * One browser.
     *
     * @param here whether it is the one that asks
     */
    public record Row(String id, String device, String since, String seen, boolean here) {}
}
