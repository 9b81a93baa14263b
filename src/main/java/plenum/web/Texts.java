package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import plenum.platform.Messages;

/** The message bundles in the language of the page being shown. */
@Named
@RequestScoped
public class Texts {
    /** Prefix of the keys that browser code uses. */
    private static final String STAGE = "stage.";

    FacesMessage error(String key) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, bundle().getString(key), null);
    }

    String text(String key) {
        return bundle().getString(key);
    }

    /** All texts of the browser code. */
    Map<String, String> stage() {
        ResourceBundle bundle = bundle();
        Map<String, String> texts = new TreeMap<>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(STAGE))
                .forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    private static ResourceBundle bundle() {
        return Messages.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }
}
