package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Tickets.Purpose;
import plenum.account.Tickets.Ticket;
import plenum.platform.SecretToken;

/**
 * The page that links in mail lead to. Their token is in the fragment, which only the page's script can read; the script sends it once, as
 * a form, and it goes on as a cookie. Opening a link has no effect yet, because programs that scan mail open links, too.
 */
@Named
@RequestScoped
@NullUnmarked
public class LinkPage extends FormPage {
    @Inject
    Welcome welcome;

    @Inject
    Identities identities;

    private String token;
    private boolean gone;
    private boolean changed;

    public void open() {
        Optional<Ticket> ticket = welcome.look(given(token));
        if (ticket.isEmpty()) {
            gone = true;
            return;
        }
        SessionCookie.LINK.set(request, response(), new SecretToken(token));
        go(pageOf(ticket.get().purpose()));
    }

    private static String pageOf(Purpose purpose) {
        return switch (purpose) {
            case REGISTER, INVITE, FIRST_ADMIN -> "/welcome";
            case RESET -> "/reset";
            case CHANGE_EMAIL -> "/link";
        };
    }

    /** A new address of an account is confirmed. */
    public void changeEmail() {
        String opened = SessionCookie.LINK.read(request).orElse("");
        SessionCookie.LINK.clear(request, response());
        changed = welcome.changeEmail(opened);
        gone = !changed;
        identities.forget(request);
    }

    /** The address that waits to be confirmed; empty when there is none. */
    public String getNewEmail() {
        return SessionCookie.LINK
                .read(request)
                .flatMap(welcome::look)
                .filter(ticket -> ticket.purpose() == Purpose.CHANGE_EMAIL)
                .flatMap(Ticket::email)
                .map(Object::toString)
                .orElse("");
    }

    public boolean isGone() {
        return gone;
    }

    public boolean isChanged() {
        return changed;
    }

    public String getToken() {
        return "";
    }

    public void setToken(String token) {
        this.token = token;
    }
}
