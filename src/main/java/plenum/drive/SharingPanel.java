package plenum.drive;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.drive.Share.With;
import plenum.platform.Messages;
import plenum.platform.SiteAddress;

/** With whom one file of somebody's is shared, and how it is shared with more. Which one, the forms say: they have a field for it. */
@Named
@RequestScoped
@NullUnmarked
public class SharingPanel {
    private static final int MOST_DAYS = 3650;

    private static final String ITEM = "shared-item";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Sharing sharing;

    @Inject
    Shares shares;

    @Inject
    DriveItems items;

    @Inject
    SiteAddress site;

    private String chosen;
    private String email;
    private String group;
    private boolean write;
    private String password;
    private String days = "30";
    private boolean download = true;
    private boolean tell;

    /** One share. */
    public record Row(UUID id, String name, String rights, String link) {}

    /** Shows the dialog for what was chosen from a list. */
    public void open(List<DriveRow> selected) {
        chosen = selected.stream().map(row -> row.id().toString()).findFirst().orElse("");
    }

    /** Id of the file; empty for none. */
    public String getItem() {
        return chosen == null ? Objects.requireNonNullElse(request.getParameter(ITEM), "") : chosen;
    }

    private Optional<UUID> chosen() {
        String id = getItem();
        return ID.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    private Account account() {
        return user.person().account();
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static String text(String key) {
        return Messages.in(language()).getString(key);
    }

    public String getItemName() {
        return chosen().flatMap(id -> items.find(id, Viewer.of(account())))
                .map(found -> found.item().name().text())
                .orElse("");
    }

    public List<Row> getShares() {
        return chosen().map(
                        id -> sharing.of(id, account()).stream().map(this::row).toList())
                .orElse(List.of());
    }

    public List<With.Group> getGroups() {
        return shares.groups(account().id());
    }

    private Row row(Share share) {
        return switch (share.with()) {
            case With.Person(String address) -> new Row(share.id(), address, rights(share), "");
            case With.Group(UUID id, String name) -> new Row(share.id(), name, rights(share), "");
            case With.Link link ->
                new Row(
                        share.id(),
                        text("drive.share.link"),
                        rights(share),
                        link.token().map(token -> site.page("/s/" + token)).orElse(""));
        };
    }

    private String rights(Share share) {
        boolean link = share.with() instanceof With.Link;
        StringBuilder text = new StringBuilder(text(
                share.rights().write()
                        ? "drive.share.may.write"
                        : share.rights().download() ? "drive.share.may.read" : "drive.share.may.look"));
        share.until().ifPresent(end -> text.append(" · ")
                .append(text("drive.share.until").formatted(time(end))));
        if (link && ((With.Link) share.with()).password().isPresent()) {
            text.append(" · ").append(text("drive.share.locked"));
        }
        if (link) {
            text.append(" · ").append(text("drive.share.uses").formatted(share.uses()));
            share.usedAt().ifPresent(at -> text.append(" · ").append(time(at)));
        }
        return text.toString();
    }

    private String time(Instant at) {
        return DriveTexts.time(at, account().zone(), language());
    }

    public void shareWithPerson() {
        chosen().ifPresent(item -> tell(
                sharing.withPerson(item, email == null ? "" : email, write, account()), "share:share-person:email"));
    }

    /** The menu takes only what it offers. */
    public void shareWithGroup() {
        Optional<UUID> with = Optional.ofNullable(group).map(UUID::fromString);
        chosen().ifPresent(item ->
                with.ifPresent(id -> tell(sharing.withGroup(item, id, write, account()), "share:share-group:group")));
    }

    public void makeLink() {
        String wished = days == null ? "" : days.strip();
        Optional<Duration> holds = Optional.of(wished)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .filter(number -> number > 0 && number <= MOST_DAYS)
                .map(Duration::ofDays);
        if (holds.isEmpty() && !wished.isEmpty()) {
            FacesContext.getCurrentInstance()
                    .addMessage(
                            "share:share-link:days",
                            new FacesMessage(FacesMessage.SEVERITY_ERROR, text("drive.share.bad_days"), null));
            return;
        }
        String secret = password == null ? "" : password.strip();
        chosen().ifPresent(item -> tell(
                sharing.byLink(item, new Sharing.LinkWish(secret, holds, download, tell), account()),
                "share:share-link:password"));
    }

    public void stop(UUID share) {
        sharing.stop(share, account());
    }

    private void tell(Sharing.Answer answer, String field) {
        boolean right = answer == Sharing.Answer.DONE;
        String text = text("drive.share." + answer.name().toLowerCase(Locale.ROOT));
        FacesMessage.Severity severity = right ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_ERROR;
        FacesContext.getCurrentInstance().addMessage(right ? null : field, new FacesMessage(severity, text, null));
        if (right) {
            email = "";
            password = "";
        }
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String typed) {
        email = typed;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String chosen) {
        group = chosen;
    }

    public boolean isWrite() {
        return write;
    }

    public void setWrite(boolean may) {
        write = may;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String typed) {
        password = typed;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String typed) {
        days = typed;
    }

    public boolean isDownload() {
        return download;
    }

    public void setDownload(boolean may) {
        download = may;
    }

    public boolean isTell() {
        return tell;
    }

    public void setTell(boolean wished) {
        tell = wished;
    }
}
