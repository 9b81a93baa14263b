package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.Identity;
import plenum.drive.DriveItem.Content;
import plenum.drive.FileTickets.Ticket;
import plenum.drive.FileTickets.Use;

/** Whether the file of a ticket may be served now, to who asks. */
@ApplicationScoped
public class FileAccess {
    @Inject
    DriveItems items;

    @Inject
    Shares shares;

    @Inject
    InstantSource clock;

    /**
     * A file to be served.
     *
     * @param download whether all of it may be taken away, beside what a page of ours shows of it
     */
    record Served(DriveItem item, Content content, boolean download) {}

    Optional<Served> of(Ticket ticket, Identity who) {
        Optional<Share> share =
                Optional.of(ticket.holder()).filter(holder -> ticket.share()).flatMap(shares::byId);
        Optional<DriveItem> item = ticket.share() ? share.flatMap(link -> shared(ticket, link)) : own(ticket, who);
        boolean download = share.map(link -> link.rights().download()).orElse(true);
        return item.filter(file -> !file.isFolder())
                .flatMap(file -> content(file, ticket).map(content -> new Served(file, content, download)));
    }

    private Optional<DriveItem> own(Ticket ticket, Identity who) {
        return who.known()
                .filter(account -> account.id().equals(ticket.holder()))
                .map((Account account) -> Viewer.of(account))
                .flatMap(viewer -> items.find(ticket.item(), viewer))
                .map(DriveItems.Found::item);
    }

    /** A link gives what is in it now: not older versions, and nothing that was thrown away. */
    private Optional<DriveItem> shared(Ticket ticket, Share link) {
        return Optional.of(link)
                .filter(share -> share.with() instanceof Share.With.Link && share.holdsAt(clock.instant()))
                .filter(share -> ticket.version() == 0)
                .filter(share -> ticket.use() != Use.DOWNLOAD || share.rights().download())
                .filter(share -> items.isWithin(ticket.item(), share.item()))
                .flatMap(share -> items.byId(ticket.item()))
                .filter(item -> item.trashedAt().isEmpty());
    }

    private Optional<Content> content(DriveItem file, Ticket ticket) {
        Content current = file.content().orElseThrow();
        if (ticket.version() == 0 || ticket.version() == current.version()) {
            return Optional.of(current);
        }
        return items.versions(file.id()).stream()
                .map(DriveItems.Version::content)
                .filter(content -> content.version() == ticket.version())
                .findFirst();
    }
}
