package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.account.Accounts;
import plenum.drive.Listing.Order;
import plenum.platform.PersonalData;
import plenum.storage.LocalStorage;

/** What is kept of a person's files: names, folders and where they can be fetched; with its owner, all of a drive goes, from every storage. */
@ApplicationScoped
public class DriveData implements PersonalData {
    private static final int PAGE = 1000;

    @Inject
    Accounts accounts;

    @Inject
    Drives drives;

    @Inject
    DriveItems items;

    @Inject
    DriveChanges changes;

    @Inject
    Uploads uploads;

    @Inject
    Shares shares;

    @Inject
    LocalStorage storage;

    @Inject
    FileTickets tickets;

    @Inject
    Drive drive;

    @Override
    public String feature() {
        return "drive";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "drive.account_id",
                "drive_target.account_id",
                "drive_item.changed_by",
                "drive_version.made_by",
                "drive_upload.account_id",
                "drive_share.made_by",
                "drive_share.email");
    }

    @Override
    public Map<String, Object> export(UUID id) {
        Map<String, Object> data = new LinkedHashMap<>();
        accounts.byId(id).map(Viewer::of).ifPresent(viewer -> {
            List<Map<String, Object>> all = drives.spaces(viewer).stream()
                    .filter(space -> space.account().isPresent())
                    .map(space -> export(space, viewer))
                    .toList();
            data.put("drives", all);
            data.put(
                    "sharedWithMe",
                    items.list(new Listing.Shared(viewer, Order.STANDARD), 0, PAGE).stream()
                            .map(item -> item.name().text())
                            .toList());
            data.put(
                    "uploads",
                    uploads.of(id).stream()
                            .map(upload -> Map.of("name", upload.name().text(), "size", upload.size()))
                            .toList());
        });
        return data;
    }

    private Map<String, Object> export(DriveSpace space, Viewer viewer) {
        List<Map<String, Object>> files = new ArrayList<>();
        addFiles(space.id(), Optional.empty(), "", viewer, files);
        addTrash(space.id(), viewer, files);
        return Map.of("name", space.name(), "bytes", space.used(), "files", files);
    }

    private void addTrash(UUID space, Viewer viewer, List<Map<String, Object>> files) {
        Listing listing = new Listing.Trash(space, Order.STANDARD);
        for (int first = 0, found = PAGE; found == PAGE; first += PAGE) {
            List<DriveItem> page = items.list(listing, first, PAGE);
            for (DriveItem thrown : page) {
                Map<UUID, String> folders = new HashMap<>();
                for (DriveItem item : items.tree(thrown.id(), Integer.MAX_VALUE)) {
                    String within = item.parent().map(folders::get).orElse(null);
                    String path =
                            (within == null ? "trash/" : within) + item.name().text() + (item.isFolder() ? "/" : "");
                    folders.put(item.id(), path);
                    files.add(facts(item, path, viewer));
                }
            }
            found = page.size();
        }
    }

    private void addFiles(
            UUID space, Optional<UUID> folder, String path, Viewer viewer, List<Map<String, Object>> files) {
        Listing listing = new Listing.Folder(space, folder, Order.STANDARD);
        for (int first = 0, found = PAGE; found == PAGE; first += PAGE) {
            List<DriveItem> page = items.list(listing, first, PAGE);
            for (DriveItem item : page) {
                String name = path + item.name().text();
                files.add(facts(item, item.isFolder() ? name + "/" : name, viewer));
                if (item.isFolder()) {
                    addFiles(space, Optional.of(item.id()), name + "/", viewer, files);
                }
            }
            found = page.size();
        }
    }

    private Map<String, Object> facts(DriveItem item, String path, Viewer viewer) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("path", path);
        facts.put("changedAt", item.changedAt().toString());
        item.content().ifPresent(content -> {
            facts.put("bytes", content.size());
            facts.put("type", content.type());
            facts.put("sha256", content.sha256());
            String ticket = tickets.issue(item.id(), 0, FileTickets.Use.DOWNLOAD, false, viewer.account());
            facts.put("address", FileServlet.address("", ticket, item.name()));
        });
        List<Share> shared = shares.of(item.id());
        if (!shared.isEmpty()) {
            facts.put("sharedWith", shared.stream().map(DriveData::with).toList());
        }
        return facts;
    }

    private static String with(Share share) {
        return switch (share.with()) {
            case Share.With.Person(String email) -> email;
            case Share.With.Group(UUID id, String name) -> name;
            case Share.With.Link link -> "link";
        };
    }

    @Override
    public void erase(UUID account) {
        uploads.of(account).forEach(upload -> storage.dropDraft(upload.id()));
        changes.eraseAllOf(account);
        drive.deleteObjects();
    }
}
