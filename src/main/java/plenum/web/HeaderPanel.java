package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.account.Taste;
import plenum.account.Tastes;
import plenum.policy.Policy;

/** The header of every page: choice of language and of appearance. */
@Named
@RequestScoped
public class HeaderPanel {
    @Inject
    HttpServletRequest request;

    @Inject
    Policy policy;

    @Inject
    CurrentUser user;

    @Inject
    Tastes tastes;

    private @Nullable String theme;

    /** The languages that can be chosen, each with its name in itself. */
    public List<Choice> getLanguages() {
        String current =
                FacesContext.getCurrentInstance().getViewRoot().getLocale().getLanguage();
        return Language.offered(policy).stream()
                .map(locale -> new Choice(
                        locale.getLanguage(),
                        capitalized(locale.getDisplayLanguage(locale), locale),
                        address("language", locale.getLanguage()),
                        locale.getLanguage().equals(current)))
                .toList();
    }

    /** The appearances that can be chosen; their labels are {@code theme.*} in the bundles. */
    public List<Choice> getThemes() {
        return Appearance.all().stream()
                .map(theme -> new Choice(theme, theme, address("theme", theme), theme.equals(getTheme())))
                .toList();
    }

    /** The appearance of this page, the value of {@code data-theme}. */
    public String getTheme() {
        if (theme == null) {
            theme = Appearance.of(request, taste());
        }
        return theme;
    }

    /** Not read for error pages: the database may be what failed. */
    private Optional<Taste> taste() {
        return request.getDispatcherType() == DispatcherType.ERROR
                ? Optional.empty()
                : user.account().map(Account::id).flatMap(tastes::of);
    }

    /** Two letters for the switch itself. */
    public String getLanguage() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale().getLanguage();
    }

    private String address(String preference, String value) {
        return request.getContextPath() + "/preferences?" + preference + "=" + value + "&back="
                + URLEncoder.encode(pageAddress(), StandardCharsets.UTF_8);
    }

    /** Where the reader is, as the browser's address bar shows it. */
    private String pageAddress() {
        for (String attribute : List.of(RequestDispatcher.FORWARD_REQUEST_URI, RequestDispatcher.ERROR_REQUEST_URI)) {
            if (request.getAttribute(attribute) instanceof String original) {
                return original;
            }
        }
        return request.getRequestURI();
    }

    private static String capitalized(String name, Locale locale) {
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** One choice of a menu. */
    public record Choice(String key, String label, String address, boolean current) {}
}
