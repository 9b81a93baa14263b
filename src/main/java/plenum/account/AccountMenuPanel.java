package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** The account menu in the header of every page. */
@Named
@RequestScoped
@NullUnmarked
public class AccountMenuPanel {
    @Inject
    CurrentUser user;

    @Inject
    Identities identities;

    @Inject
    HttpServletRequest request;

    /** A page about an error shows what is known, and asks the database nothing: it may be what has failed. */
    private Optional<Account> account() {
        return request.getDispatcherType() == DispatcherType.ERROR && !identities.isKnown(request)
                ? Optional.empty()
                : user.account();
    }

    public boolean isSignedIn() {
        return account().isPresent();
    }

    public String getName() {
        return account().map(found -> found.name().text()).orElse("");
    }

    public String getEmail() {
        return account().map(found -> found.email().text()).orElse("");
    }

    /** First letters of the first and the last word of the name. */
    public String getInitials() {
        String[] words = getName().split("\\s+");
        String last = words.length > 1 ? first(words[words.length - 1]) : "";
        return (first(words[0]) + last).toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
