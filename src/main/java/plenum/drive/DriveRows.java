package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.drive.DriveItem.Preview;
import plenum.drive.FileTickets.Use;
import plenum.platform.Sizes;

/** Makes rows of items, with addresses for one person or one link. */
@ApplicationScoped
public class DriveRows {
    @Inject
    FileTickets tickets;

    @Inject
    Shares shares;

    /**
     * Who looks.
     *
     * @param share whether {@code holder} is a share; else it is an account
     * @param mayDownload of a share
     * @param folders address of a folder, up to its id
     */
    public record Reader(
            String contextPath,
            boolean share,
            UUID holder,
            boolean mayDownload,
            String folders,
            ZoneId zone,
            Locale language) {}

    /** One question for all of them; whoever follows a link does not learn with whom else it is shared. */
    public List<DriveRow> rows(List<DriveItem> items, Reader reader) {
        Set<UUID> shared = reader.share()
                ? Set.of()
                : shares.sharedAmong(items.stream().map(DriveItem::id).toList());
        return items.stream()
                .map(item -> row(item, shared.contains(item.id()), reader))
                .toList();
    }

    private DriveRow row(DriveItem item, boolean shared, Reader reader) {
        String kind = DriveRow.kindOf(item);
        boolean file = !item.isFolder();
        boolean shown = file && FileTypes.isInline(item.type());
        Optional<Preview> preview = item.content().flatMap(DriveItem.Content::preview);
        int pages = preview.map(Preview::pages).orElse(0);
        return new DriveRow(
                item.id(),
                item.name().text(),
                kind,
                file ? Sizes.of(item.size(), reader.language()) : "",
                DriveTexts.time(item.changedAt(), reader.zone(), reader.language()),
                file ? "" : reader.folders() + item.id(),
                preview.isPresent() ? address(item, Use.PREVIEW, reader) : "",
                shown
                        ? address(item, Use.INLINE, reader)
                        : pages > 0 ? address(item, Use.INLINE, reader) + "?page=1" : "",
                file && reader.mayDownload() ? address(item, Use.DOWNLOAD, reader) : "",
                shared,
                pages,
                preview.map(Preview::allPages).orElse(0));
    }

    private String address(DriveItem item, Use use, Reader reader) {
        String ticket = tickets.issue(item.id(), 0, use, reader.share(), reader.holder());
        return FileServlet.address(reader.contextPath(), ticket, item.name());
    }
}
