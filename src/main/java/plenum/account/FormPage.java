package plenum.account;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.Messages;
import plenum.platform.Settings;

/** The common part of the forms about accounts: shows errors beside fields, and goes on to another page. */
@NullUnmarked
abstract class FormPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Settings settings;

    /** @param field where the page shows it: a client id */
    void refuse(String field, String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text(key), null));
        faces.validationFailed();
    }

    /** @param path begins with a slash, without the context's */
    void go(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(request.getContextPath() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    String text(String key) {
        return Messages.in(language()).getString(key);
    }

    Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    Visit visit() {
        return Visit.of(request, settings);
    }

    HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    static String given(String typed) {
        return typed == null ? "" : typed;
    }
}
