package plenum.drive;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.drive.FileTickets.Use;
import plenum.platform.Sizes;

/** Earlier versions of the file that is chosen. */
@Named
@RequestScoped
@NullUnmarked
public class VersionsPanel {
    @Inject
    DrivePage page;

    @Inject
    Drive drive;

    @Inject
    DriveItems items;

    @Inject
    FileTickets tickets;

    /** One of them. */
    public record Row(int version, String made, String size, String address) {}

    public List<Row> getVersions() {
        return chosen().map(this::versions).orElse(List.of());
    }

    public String getName() {
        return chosen().map(item -> item.name().text()).orElse("");
    }

    private Optional<DriveItem> chosen() {
        return page.selectedIds().stream()
                .findFirst()
                .flatMap(id -> items.find(id, page.viewer()))
                .map(DriveItems.Found::item)
                .filter(item -> !item.isFolder());
    }

    private List<Row> versions(DriveItem item) {
        String context = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
        return items.versions(item.id()).stream()
                .map(version -> new Row(
                        version.content().version(),
                        DriveTexts.time(version.madeAt(), page.account().zone(), page.language()),
                        Sizes.of(version.content().size(), page.language()),
                        FileServlet.address(
                                context,
                                tickets.issue(
                                        item.id(),
                                        version.content().version(),
                                        Use.DOWNLOAD,
                                        false,
                                        page.account().id()),
                                item.name())))
                .toList();
    }

    public void restore(int version) {
        chosen().ifPresent(item -> drive.restoreVersion(item.id(), version, page.viewer()));
    }
}
