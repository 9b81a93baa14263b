package plenum.drive;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.model.LazyDataModel;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.drive.Drive.Folder;
import plenum.drive.Listing.Order;
import plenum.platform.Messages;
import plenum.platform.Sizes;

/** Where somebody is in their drives, and what is there. The address says where: a drive, a folder, the trash, what is shared, a search. */
@Named
@ViewScoped
@NullUnmarked
public class DrivePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentUser user;

    @Inject
    transient Drives drives;

    @Inject
    transient DriveItems items;

    @Inject
    transient Drive drive;

    @Inject
    transient DriveQuota quota;

    @Inject
    transient DriveRows rows;

    @Inject
    transient DriveFacts facts;

    private String driveId = "";
    private String folderId = "";
    private String view = "";
    private String words = "";
    private DriveSpace space;
    private Access access = Access.NONE;
    private List<DriveRow> selected = new ArrayList<>();
    private LazyDataModel<DriveRow> table;

    /** Before the page is shown: what is not theirs is not there. */
    public void open() throws IOException {
        List<DriveSpace> mine = getSpaces();
        Optional<UUID> folder = uuid(folderId);
        if (folder.isPresent()) {
            Optional<DriveItems.Found> found = items.find(folder.get(), viewer())
                    .filter(item ->
                            item.item().isFolder() && item.item().trashedAt().isEmpty());
            if (found.isEmpty()) {
                FacesContext.getCurrentInstance().getExternalContext().responseSendError(404, "");
                FacesContext.getCurrentInstance().responseComplete();
                return;
            }
            space = drives.space(found.get().item().drive()).orElseThrow();
            access = found.get().access();
        } else {
            space = uuid(driveId)
                    .flatMap(id ->
                            mine.stream().filter(one -> one.id().equals(id)).findFirst())
                    .orElse(mine.getFirst());
            access = Access.OWN;
        }
    }

    private DriveFacts facts() {
        return facts.in(FacesContext.getCurrentInstance().getCurrentPhaseId());
    }

    Viewer viewer() {
        return Viewer.of(account());
    }

    Account account() {
        return user.person().account();
    }

    public List<DriveSpace> getSpaces() {
        return facts().spaces(viewer());
    }

    public String nameOf(DriveSpace one) {
        return one.name().isEmpty() ? text("drive.own") : one.name();
    }

    public boolean isHere(DriveSpace one) {
        return one.id().equals(space.id()) && !isShared();
    }

    public boolean isTrash() {
        return view.equals("trash");
    }

    public boolean isShared() {
        return view.equals("shared") || access != Access.OWN;
    }

    public boolean isSearch() {
        return !words.isBlank();
    }

    /** Whether something can be put here. */
    public boolean isWritable() {
        return !isTrash() && !isSearch() && !view.equals("shared") && access.allows(Access.WRITE);
    }

    public boolean isOwner() {
        return access == Access.OWN && !view.equals("shared");
    }

    /** From the top to here; of a shared folder, from what is shared. */
    public List<DriveItem> getPath() {
        return uuid(folderId).map(id -> facts().path(id, viewer())).orElse(List.of());
    }

    public LazyDataModel<DriveRow> getTable() {
        if (table == null || table.getRowCount() < 0) {
            table = new DriveTablePage(
                    items, asked -> facts().count(asked), this::listing, this::rows, id -> items.find(id, viewer())
                            .map(DriveItems.Found::item));
        }
        return table;
    }

    private Listing listing(Order order) {
        if (isSearch()) {
            return new Listing.Search(space.id(), words, language().getLanguage(), order);
        }
        if (view.equals("shared")) {
            return new Listing.Shared(viewer(), order);
        }
        return isTrash() ? new Listing.Trash(space.id(), order) : new Listing.Folder(space.id(), uuid(folderId), order);
    }

    private List<DriveRow> rows(List<DriveItem> found) {
        String context = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
        return rows.rows(
                found,
                new DriveRows.Reader(
                        context,
                        false,
                        account().id(),
                        true,
                        context + "/drive?folder=",
                        account().zone(),
                        language()));
    }

    Folder folder() {
        return new Folder(space.id(), uuid(folderId));
    }

    /** Of the room that there is, in percent. */
    public int getUsedPercent() {
        long limit = quota.limit(current());
        return limit == 0 ? 100 : (int) Math.min(100, current().used() * 100.0 / limit);
    }

    public String getUsedText() {
        long limit = quota.limit(current());
        String used = Sizes.of(current().used(), language());
        return limit == Long.MAX_VALUE
                ? text("drive.used.all").formatted(used)
                : text("drive.used").formatted(used, Sizes.of(limit, language()));
    }

    public boolean isLimited() {
        return quota.limit(current()) != Long.MAX_VALUE;
    }

    /** As it is now; the page may be older. */
    private DriveSpace current() {
        return facts().space(space.id()).orElse(space);
    }

    /** Bytes that may be added: more is not begun. */
    public long getRoom() {
        return drive.room(space.id());
    }

    /** What uses the room, with its part in percent. */
    public List<Part> getParts() {
        long all = Math.max(1, current().used());
        return facts().uses(space.id()).stream()
                .filter(use -> use.bytes() > 0)
                .map(use -> new Part(
                        use.kind(), (int) Math.ceil(use.bytes() * 100.0 / all), Sizes.of(use.bytes(), language())))
                .toList();
    }

    /** A kind of file and its part of what is used. */
    public record Part(String kind, int percent, String size) {}

    String text(String key) {
        return Messages.in(language()).getString(key);
    }

    Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static Optional<UUID> uuid(String text) {
        return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    public String getDriveId() {
        return driveId;
    }

    public void setDriveId(String id) {
        driveId = id == null ? "" : id;
    }

    public String getFolderId() {
        return folderId;
    }

    public void setFolderId(String id) {
        folderId = id == null ? "" : id;
    }

    public String getView() {
        return view;
    }

    public void setView(String name) {
        view = name == null ? "" : name;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String typed) {
        words = typed == null ? "" : typed.substring(0, Math.min(200, typed.length()));
    }

    public DriveSpace getSpace() {
        return space;
    }

    public List<DriveRow> getSelected() {
        return selected;
    }

    public void setSelected(List<DriveRow> chosen) {
        selected = chosen == null ? new ArrayList<>() : chosen;
    }

    List<UUID> selectedIds() {
        return selected.stream().map(DriveRow::id).toList();
    }
}
