package plenum.drive.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import plenum.drive.DriveItem;
import plenum.drive.DriveItem.Content;
import plenum.drive.DriveItem.Preview;
import plenum.drive.FileName;

/** A row of {@code drive_item}, without the words that it is found by; Hibernate fills the fields. */
@Entity
@DynamicUpdate
@NullUnmarked
@Table(name = "drive_item")
class ItemRow {
    /** Of an item that has much text its words alone are a hundred kilobytes. */
    private static final List<String> COLUMNS = List.of(
            "id",
            "drive_id",
            "parent_id",
            "folder",
            "name",
            "size",
            "type",
            "object_id",
            "label",
            "sha256",
            "version",
            "preview_id",
            "page_pictures",
            "pages",
            "created_at",
            "changed_at",
            "changed_by",
            "trashed_at",
            "trash_root",
            "described");

    @Id
    UUID id;

    UUID driveId;
    UUID parentId;
    boolean folder;
    String name;
    long size;
    String type;
    UUID objectId;
    String label;
    String sha256;
    int version;
    UUID previewId;
    int pagePictures;
    int pages;
    Instant createdAt;
    Instant changedAt;
    UUID changedBy;
    Instant trashedAt;
    boolean trashRoot;
    /** Whether a job has looked at its content. */
    boolean described;

    protected ItemRow() {
        // for Hibernate
    }

    /** A folder. */
    ItemRow(UUID driveId, UUID parentId, FileName name, UUID by, Instant now) {
        this.id = UUID.randomUUID();
        this.driveId = driveId;
        this.parentId = parentId;
        this.folder = true;
        this.name = name.text();
        this.type = "";
        this.label = "";
        this.sha256 = "";
        this.version = 1;
        this.createdAt = now;
        this.changedAt = now;
        this.changedBy = by;
    }

    /** A file. */
    ItemRow(UUID driveId, UUID parentId, FileName name, Content content, UUID by, Instant now) {
        this(driveId, parentId, name, by, now);
        this.folder = false;
        setContent(content, 1);
    }

    /** What is selected to make one. */
    static String columns(String table) {
        return COLUMNS.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }

    void setContent(Content content, int number) {
        size = content.size();
        type = content.type();
        objectId = content.object();
        label = content.label();
        sha256 = content.sha256();
        previewId = content.preview().map(Preview::object).orElse(null);
        pagePictures = content.preview().map(Preview::pages).orElse(0);
        pages = content.preview().map(Preview::allPages).orElse(0);
        version = number;
        described = false;
    }

    void changed(UUID by, Instant now) {
        changedBy = by;
        changedAt = now;
    }

    Content content() {
        Optional<Preview> preview = Optional.ofNullable(previewId).map(id -> new Preview(id, pagePictures, pages));
        return new Content(objectId, label, size, type, sha256, version, preview);
    }

    DriveItem toItem() {
        return new DriveItem(
                id,
                driveId,
                Optional.ofNullable(parentId),
                new FileName(name),
                folder ? Optional.empty() : Optional.of(content()),
                changedAt,
                Optional.ofNullable(trashedAt));
    }
}
