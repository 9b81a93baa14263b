package plenum.admin;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.CurrentUser;
import plenum.platform.Messages;
import plenum.platform.Sizes;

/** The common part of the console's pages: has an action done for whoever is signed in, and says what came of it. */
@NullUnmarked
abstract class ConsolePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AdminConsole console;

    @Inject
    transient CurrentUser user;

    /** Whether it was done. What cannot be done is said at the top of the page. */
    boolean perform(String action, Map<String, String> values) {
        return perform(action, values, done -> {});
    }

    /** @param then is told what was done, if it was */
    boolean perform(String action, Map<String, String> values, Consumer<Done> then) {
        try {
            Done done = console.perform(Actor.of(user.person().account()), action, new Arguments(values));
            say(
                    FacesMessage.SEVERITY_INFO,
                    "user-import".equals(action)
                            ? text("admin.done.count", done.output().get())
                            : text("admin.done", done.subject()));
            then.accept(done);
            return true;
        } catch (RefusedException e) {
            refuse(e);
            return false;
        }
    }

    void refuse(RefusedException refusal) {
        say(FacesMessage.SEVERITY_ERROR, refusal.in(language()));
        FacesContext.getCurrentInstance().validationFailed();
    }

    private static void say(FacesMessage.Severity severity, String words) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, words, null));
    }

    String text(String key, Object... values) {
        return new MessageFormat(Messages.in(language()).getString(key), language()).format(values);
    }

    Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    /** A moment in the reader's zone. */
    public String local(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language())
                .format(at.atZone(user.person().account().zone()));
    }

    /** Bytes as people read them. */
    public String size(long bytes) {
        return Sizes.of(bytes, language());
    }

    static String given(String typed) {
        return typed == null ? "" : typed;
    }
}
