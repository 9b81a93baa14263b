package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Set;
import plenum.platform.Messages;

/**
 * The texts in the language of the page being shown; pages know it as {@code msg}.
 *
 * <p>Takes the place of a {@code resource-bundle} of {@code faces-config.xml}, which can name one bundle only. A missing key is an error.
 */
@Named("msg")
@RequestScoped
public class PageTexts extends AbstractMap<String, String> {
    @Override
    public String get(Object key) {
        return Messages.in(FacesContext.getCurrentInstance().getViewRoot().getLocale())
                .getString(String.valueOf(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    /** Nothing of a page goes through all texts. */
    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
