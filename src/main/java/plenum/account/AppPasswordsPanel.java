package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.SiteAddress;

/** The passwords of one's programs: made here, shown once, revoked one by one. */
@Named
@RequestScoped
@NullUnmarked
public class AppPasswordsPanel extends FormPage {
    @Inject
    AppSignIn programs;

    @Inject
    AppPasswords passwords;

    @Inject
    CurrentUser user;

    @Inject
    SiteAddress site;

    private String name = "";
    private String made = "";

    /** @param used empty when it never was */
    public record Row(String id, String name, String created, String used) {}

    public void create() {
        made = programs.create(user.person().account(), given(name)).orElse("");
        if (made.isEmpty()) {
            refuse("app-passwords:name", "account.app.bad");
        } else {
            name = "";
        }
    }

    /** The one that its button names: by then there may be others in the list. */
    public void remove() {
        String id = request.getParameter("program");
        if (id != null && id.matches("[0-9a-f-]{36}")) {
            passwords.remove(user.person().account().id(), UUID.fromString(id));
        }
    }

    public List<Row> getAll() {
        Account me = user.person().account();
        return passwords.of(me.id()).stream()
                .map(one -> new Row(
                        one.id().toString(),
                        one.name(),
                        local(one.created(), me),
                        one.used().map(at -> local(at, me)).orElse("")))
                .toList();
    }

    private String local(Instant at, Account account) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language())
                .format(at.atZone(account.zone()));
    }

    /** What a program is told as the address of the server. */
    public String getAddress() {
        return site.page("/dav/");
    }

    public String getMade() {
        return made;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
