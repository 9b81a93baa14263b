package plenum.drive;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.drive.Listing.Order;

/** What a link shows: a file, or what is in a folder. */
@Named
@RequestScoped
@NullUnmarked
public class SharePage {
    private static final int ROWS = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    DriveItems items;

    @Inject
    DriveRows rows;

    private Share share() {
        return (Share) request.getAttribute(ShareServlet.SHARE);
    }

    public boolean isThere() {
        return share() != null;
    }

    public boolean isLocked() {
        return !Boolean.FALSE.equals(request.getAttribute(ShareServlet.LOCKED));
    }

    /** Key of what is said about a password; empty when none was given. */
    public String getWrong() {
        return (String) request.getAttribute(ShareServlet.WRONG);
    }

    public String getAddress() {
        return request.getContextPath() + "/s/" + token();
    }

    private String token() {
        return share().with() instanceof Share.With.Link link ? link.token().orElse("") : "";
    }

    /** Nothing of what is locked is told. */
    public String getTitle() {
        return isLocked() ? "" : here().map(item -> item.name().text()).orElse("");
    }

    /** The file, or the folder that is looked at: within what is shared. */
    private Optional<DriveItem> here() {
        UUID root = share().item();
        return Optional.ofNullable(request.getParameter("folder"))
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .filter(folder -> items.isWithin(folder, root))
                .or(() -> Optional.of(root))
                .flatMap(items::byId)
                .filter(item -> item.trashedAt().isEmpty());
    }

    public boolean isFolder() {
        return here().filter(DriveItem::isFolder).isPresent();
    }

    public boolean isRoot() {
        return here().filter(item -> item.id().equals(share().item())).isPresent();
    }

    public List<DriveRow> getRows() {
        if (isLocked()) {
            return List.of();
        }
        List<DriveItem> shown = here().map(
                        item -> item.isFolder() ? items.list(listing(item), getNumber() * ROWS, ROWS) : List.of(item))
                .orElse(List.of());
        return rows.rows(shown, reader());
    }

    private static Listing listing(DriveItem folder) {
        return new Listing.Folder(folder.drive(), Optional.of(folder.id()), Order.STANDARD);
    }

    /** Of the page of rows, from 0. */
    public int getNumber() {
        String text = request.getParameter("page");
        return text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    public boolean isMore() {
        return here().filter(DriveItem::isFolder)
                .filter(folder -> items.count(listing(folder)) > (getNumber() + 1L) * ROWS)
                .isPresent();
    }

    public String getFolderId() {
        return here().map(item -> item.id().toString()).orElse("");
    }

    private DriveRows.Reader reader() {
        Share share = share();
        Locale language = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return new DriveRows.Reader(
                request.getContextPath(),
                true,
                share.id(),
                share.rights().download(),
                getAddress() + "?folder=",
                ZoneId.systemDefault(),
                language);
    }
}
