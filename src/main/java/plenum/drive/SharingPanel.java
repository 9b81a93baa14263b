package plenum.drive;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.drive.Share.With;
import plenum.platform.SiteAddress;

/** With whom the chosen file is shared, and how it is shared with more. */
@Named
@RequestScoped
@NullUnmarked
public class SharingPanel {
    private static final int MOST_DAYS = 3650;

    @Inject
    DrivePage page;

    @Inject
    Sharing sharing;

    @Inject
    Shares shares;

    @Inject
    DriveItems items;

    @Inject
    SiteAddress site;

    private String email;
    private String group;
    private boolean write;
    private String password;
    private String days = "30";
    private boolean download = true;
    private boolean tell;

    /** One share. */
    public record Row(UUID id, String name, String rights, String link) {}

    /** The chosen file is read anew when the dialog is shown. */
    public void open() {
        page.getSelected();
    }

    private Optional<UUID> chosen() {
        return page.selectedIds().stream().findFirst();
    }

    public String getItemName() {
        return chosen().flatMap(id -> items.find(id, page.viewer()))
                .map(found -> found.item().name().text())
                .orElse("");
    }

    public List<Row> getShares() {
        return chosen().map(id ->
                        sharing.of(id, page.account()).stream().map(this::row).toList())
                .orElse(List.of());
    }

    public List<With.Group> getGroups() {
        return shares.groups(page.account().id());
    }

    private Row row(Share share) {
        return switch (share.with()) {
            case With.Person(String address) -> new Row(share.id(), address, rights(share), "");
            case With.Group(UUID id, String name) -> new Row(share.id(), name, rights(share), "");
            case With.Link link ->
                new Row(
                        share.id(),
                        page.text("drive.share.link"),
                        rights(share),
                        link.token().map(token -> site.page("/s/" + token)).orElse(""));
        };
    }

    private String rights(Share share) {
        boolean link = share.with() instanceof With.Link;
        StringBuilder text = new StringBuilder(page.text(
                share.rights().write()
                        ? "drive.share.may.write"
                        : share.rights().download() ? "drive.share.may.read" : "drive.share.may.look"));
        share.until().ifPresent(end -> text.append(" · ")
                .append(page.text("drive.share.until").formatted(time(end))));
        if (link && ((With.Link) share.with()).password().isPresent()) {
            text.append(" · ").append(page.text("drive.share.locked"));
        }
        if (link) {
            text.append(" · ").append(page.text("drive.share.uses").formatted(share.uses()));
            share.usedAt().ifPresent(at -> text.append(" · ").append(time(at)));
        }
        return text.toString();
    }

    private String time(Instant at) {
        return DriveTexts.time(at, page.account().zone(), page.language());
    }

    public void shareWithPerson() {
        chosen().ifPresent(item -> tell(
                sharing.withPerson(item, email == null ? "" : email, write, page.account()),
                "share:share-person:email"));
    }

    /** The menu takes only what it offers. */
    public void shareWithGroup() {
        Optional<UUID> with = Optional.ofNullable(group).map(UUID::fromString);
        chosen().ifPresent(item -> with.ifPresent(
                id -> tell(sharing.withGroup(item, id, write, page.account()), "share:share-group:group")));
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
                            new FacesMessage(FacesMessage.SEVERITY_ERROR, page.text("drive.share.bad_days"), null));
            return;
        }
        String secret = password == null ? "" : password.strip();
        chosen().ifPresent(item -> tell(
                sharing.byLink(item, new Sharing.LinkWish(secret, holds, download, tell), page.account()),
                "share:share-link:password"));
    }

    public void stop(UUID share) {
        sharing.stop(share, page.account());
    }

    private void tell(Sharing.Answer answer, String field) {
        boolean right = answer == Sharing.Answer.DONE;
        String text = page.text("drive.share." + answer.name().toLowerCase(Locale.ROOT));
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
