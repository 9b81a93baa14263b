package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import plenum.platform.Messages;

/** The message bundles in the language of the page being shown. */
@Named
@RequestScoped
public class Texts {
    @Inject
    Modules modules;

    FacesMessage error(String key) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, bundle().getString(key), null);
    }

    /** Shows what is wrong beside a field, and keeps the form from being taken. @param field a client id */
    void refuse(String field, String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(field, error(key));
        faces.validationFailed();
    }

    String text(String key) {
        return bundle().getString(key);
    }

    /** The texts that a module and all that it imports use. */
    Map<String, String> of(String module) {
        return modules.texts(module, language());
    }

    private static ResourceBundle bundle() {
        return Messages.in(language());
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
