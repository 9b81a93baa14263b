package plenum.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.AccountRole;
import plenum.account.Invitations;
import plenum.policy.Policy;

/** Getting people in: one by one, or from a file that is looked at before anybody gets a mail. */
@Named
@ViewScoped
@NullUnmarked
public class InvitationsPage extends ConsolePage {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;

    @Inject
    transient Invitations invitations;

    @Inject
    transient Policy policy;

    private String email = "";
    private AccountRole role = AccountRole.USER;
    private String language;
    private String csv = "";
    private transient InviteList preview;
    private transient Part file;

    public void invite() {
        if (perform("user-invite", Map.of("email", given(email), "role", role.name(), "language", getLanguage()))) {
            email = "";
        }
    }

    public void cancel(Invitations.Invitation invitation) {
        perform("invitation-cancel", Map.of("email", invitation.email().text()));
    }

    /** Reads the file, where one was chosen, or the list; nothing is sent yet. */
    public void look() {
        try {
            csv = Uploads.content(file)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse(given(csv));
            file = null;
            preview = InviteList.parse(given(csv), language());
        } catch (RefusedException e) {
            preview = null;
            refuse(e);
        }
    }

    public void send() {
        if (perform("user-import", Map.of("csv", given(csv)))) {
            forget();
        }
    }

    public void forget() {
        csv = "";
        preview = null;
    }

    public InviteList getPreview() {
        return preview;
    }

    public List<Invitations.Invitation> getOpen() {
        return invitations.open(0, MOST);
    }

    public AccountRole[] getRoles() {
        return AccountRole.values();
    }

    public List<String> getLanguages() {
        return policy.rules().languages();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public AccountRole getRole() {
        return role;
    }

    public void setRole(AccountRole role) {
        this.role = role;
    }

    public String getLanguage() {
        return language == null ? language().getLanguage() : language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getCsv() {
        return csv;
    }

    public void setCsv(String csv) {
        this.csv = csv;
    }
}
