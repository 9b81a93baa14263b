package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.NullUnmarked;

/** Asks for the password again before a change of what protects the account. */
@Named
@RequestScoped
@NullUnmarked
public class ConfirmPanel extends FormPage {
    private static final String FIELD = "confirm:password";

    @Inject
    MyAccount mine;

    @Inject
    CurrentUser user;

    private String password;
    private Boolean confirmed;

    public boolean isConfirmed() {
        if (confirmed == null) {
            confirmed = mine.isConfirmed(user.person());
        }
        return confirmed;
    }

    /** Without a password, signing in again confirms. */
    public boolean isPassword() {
        return mine.hasPassword(user.person().account());
    }

    public void confirm() {
        switch (mine.confirm(user.person(), given(password))) {
            case DONE -> go("/account#security");
            case THROTTLED -> refuse(FIELD, "account.throttled");
            case BUSY -> refuse(FIELD, "account.busy");
            default -> refuse(FIELD, "account.confirm.wrong");
        }
    }

    /** Never sent back to the browser. */
    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
