package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.Settings.Accounts.Registration;

/** The page that asks for an address to send a link to: for registering, or for a new password. */
@Named
@RequestScoped
@NullUnmarked
public class LinkRequestPage extends FormPage {
    private static final String FIELD = "ask:email";

    @Inject
    LinkRequests requests;

    private String email;
    private boolean sent;

    public void register() {
        tell(requests.register(given(email), language(), visit()));
    }

    public void reset() {
        tell(requests.reset(given(email), language(), visit()));
    }

    private void tell(LinkRequests.Answer answer) {
        switch (answer) {
            case SENT -> sent = true;
            case NO_ADDRESS -> refuse(FIELD, "account.email.bad");
            case OTHER_DOMAIN -> refuse(FIELD, "account.register.domain");
            case OFF -> refuse(FIELD, "account.register.off");
            case THROTTLED -> refuse(FIELD, "account.throttled");
        }
    }

    /** Whether people make accounts themselves. */
    public boolean isOpen() {
        return settings.services().accounts().registration() != Registration.OFF;
    }

    public boolean isSent() {
        return sent;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
