package plenum.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.CurrentUser;
import plenum.platform.Messages;

/** What is stored about whoever is signed in, and for how long: made from the same list as the file. */
@Named
@RequestScoped
@NullUnmarked
public class PersonalDataPage {
    @Inject
    CurrentUser user;

    @Inject
    PersonalFile file;

    /**
     * A feature.
     *
     * @param stored whether it stores something about this person
     */
    public record Row(String name, String kept, boolean stored) {}

    public List<Row> getRows() {
        ResourceBundle texts =
                Messages.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
        Set<String> stored = file.of(user.person().account().id()).keySet();
        return file.features().stream()
                .map(feature -> new Row(
                        text(texts, "privacy.part." + feature, feature),
                        text(texts, "privacy.kept." + feature, ""),
                        stored.contains(feature)))
                .toList();
    }

    private static String text(ResourceBundle texts, String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }
}
