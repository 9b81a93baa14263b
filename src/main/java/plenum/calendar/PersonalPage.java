package plenum.calendar;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.platform.Messages;

/** The common part of the pages and dialogs of whoever is signed in: their language, and errors beside fields. */
@NullUnmarked
abstract class PersonalPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentUser user;

    Account account() {
        return user.person().account();
    }

    String text(String key) {
        return Messages.in(account().language()).getString(key);
    }

    /** @param field where the page shows it: a client id */
    void refuse(String field, String key) {
        refuseInWords(field, text(key));
    }

    void refuseInWords(String field, String words) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
        faces.validationFailed();
    }
}
