package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.MyAccount.Answer;

/** Changes the address and the password of one's own account, and deletes it. */
@Named
@RequestScoped
@NullUnmarked
public class ProtectionPanel extends FormPage {
    @Inject
    MyAccount mine;

    @Inject
    CurrentUser user;

    @Inject
    Leaving leaving;

    private String password;
    private String email;
    private boolean passwordSet;
    private boolean emailSent;

    public void setNewPassword() {
        Answer answer = mine.setPassword(user.person(), given(password));
        passwordSet = answer == Answer.DONE;
        tell(answer, "new-password:password");
    }

    public void changeEmail() {
        Answer answer = mine.changeEmail(user.person(), given(email));
        emailSent = answer == Answer.DONE;
        tell(answer, "new-email:email");
    }

    /** Where the password is due again, the page asks for it. */
    private void tell(Answer answer, String field) {
        switch (answer) {
            case CONFIRM -> go("/account#security");
            case BAD_PASSWORD -> refuse(field, "account.password.bad");
            case BAD_ADDRESS -> refuse(field, "account.email.bad");
            case THROTTLED -> refuse(field, "account.throttled");
            case BUSY -> refuse(field, "account.busy");
            case DONE, WRONG, TOO_MANY -> {}
        }
    }

    public void delete() {
        Identity.Person me = user.person();
        if (!mine.isConfirmed(me)) {
            go("/account#security");
        } else if (leaving.delete(me.account())) {
            SessionCookie.SESSION.clear(request, response());
            go("/");
        } else {
            refuse("delete:submit", "account.delete.last-admin");
        }
    }

    /** The session of a button, sent with the click, because the list may have changed since. */
    public void endSession() {
        String id = given(request.getParameter("session"));
        if (id.matches("[0-9a-f-]{36}")) {
            mine.endSession(user.person().account(), UUID.fromString(id));
        }
        go("/account#sessions");
    }

    public void endOtherSessions() {
        mine.endOtherSessions(user.person());
        go("/account#sessions");
    }

    public boolean isPasswordSet() {
        return passwordSet;
    }

    public boolean isEmailSent() {
        return emailSent;
    }

    public int getLongestPassword() {
        return NewPassword.LONGEST;
    }

    /** Never sent back to the browser. */
    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
