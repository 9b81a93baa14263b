package plenum.drive;

import java.util.UUID;

/**
 * An item as the table shows it.
 *
 * @param kind folder, picture, video, sound, pdf, text or other: how it is shown
 * @param href of a folder; empty for a file
 * @param preview address of the small picture; empty when there is none
 * @param inline address that a page can show it from, of a document its first page; empty when it cannot
 * @param pages of a document, of how many there are pictures
 * @param allPages of a document
 * @param download empty for a folder
 */
public record DriveRow(
        UUID id,
        String name,
        String kind,
        String size,
        String changed,
        String href,
        String preview,
        String inline,
        String download,
        boolean shared,
        int pages,
        int allPages) {
    public boolean isFolder() {
        return kind.equals("folder");
    }

    static String kindOf(DriveItem item) {
        if (item.isFolder()) {
            return "folder";
        }
        String type = FileTypes.served(item.type());
        if (type.equals(FileTypes.PDF)) {
            return "pdf";
        }
        return switch (type.substring(0, type.indexOf('/'))) {
            case "image" -> "picture";
            case "video" -> "video";
            case "audio" -> "sound";
            case "text" -> "text";
            default -> "other";
        };
    }
}
