package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Tickets.Purpose;
import plenum.account.Tickets.Ticket;
import plenum.account.Welcome.Chosen;
import plenum.account.Welcome.Outcome;
import plenum.mail.MailAddress;

/** The page behind a link: asks for name and password of a new account, or for a new password. */
@Named
@RequestScoped
@NullUnmarked
public class WelcomePage extends FormPage {
    @Inject
    Welcome welcome;

    @Inject
    Identities identities;

    private String email;
    private String name;
    private String password;
    private String zone;
    private boolean pending;
    private boolean passwordSet;
    private Optional<Ticket> ticket;

    public void makeAccount() {
        Chosen chosen = new Chosen(given(email), given(name), given(password), language(), TimeZones.parse(zone));
        switch (welcome.makeAccount(token(), chosen, visit())) {
            case Outcome.SignedIn(SignIn.Outcome.SignedIn signedIn) -> {
                SessionCookie.SESSION.set(request, response(), signedIn.session());
                SessionCookie.LINK.clear(request, response());
                identities.forget(request);
                go("/account");
            }
            case Outcome.Pending() -> {
                SessionCookie.LINK.clear(request, response());
                pending = true;
            }
            case Outcome.PasswordSet(), Outcome.Gone() -> ticket = Optional.empty();
            case Outcome.BadAddress() -> refuse("welcome:email", "account.email.bad");
            case Outcome.BadName() -> refuse("welcome:name", "account.name.bad");
            case Outcome.BadPassword() -> refuse("welcome:password", "account.password.bad");
            case Outcome.Busy() -> refuse("welcome:password", "account.busy");
        }
    }

    public void setNewPassword() {
        switch (welcome.setPassword(token(), given(password))) {
            case Outcome.PasswordSet() -> {
                SessionCookie.LINK.clear(request, response());
                SessionCookie.SESSION.clear(request, response());
                passwordSet = true;
            }
            case Outcome.BadPassword() -> refuse("reset:password", "account.password.bad");
            case Outcome.Busy() -> refuse("reset:password", "account.busy");
            case Outcome other -> ticket = Optional.empty();
        }
    }

    private String token() {
        return SessionCookie.LINK.read(request).orElse("");
    }

    private Optional<Ticket> ticket() {
        if (ticket == null) {
            ticket = SessionCookie.LINK.read(request).flatMap(welcome::look);
        }
        return ticket;
    }

    /** Whether an account can be made now. */
    public boolean isOpen() {
        return !pending
                && ticket().filter(found -> found.purpose() != Purpose.RESET).isPresent();
    }

    /** Whether a new password can be set now. */
    public boolean isResetOpen() {
        return !passwordSet
                && ticket().filter(found -> found.purpose() == Purpose.RESET).isPresent();
    }

    /** The address that the link proves; empty for the first admin, who says theirs. */
    public String getProvenEmail() {
        return ticket().flatMap(Ticket::email).map(MailAddress::text).orElse("");
    }

    public boolean isFirstAdmin() {
        return ticket().filter(found -> found.purpose() == Purpose.FIRST_ADMIN).isPresent();
    }

    public boolean isPending() {
        return pending;
    }

    public boolean isPasswordSet() {
        return passwordSet;
    }

    public int getLongestPassword() {
        return NewPassword.LONGEST;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Never sent back to the browser. */
    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getZone() {
        return ZoneId.systemDefault().getId();
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
