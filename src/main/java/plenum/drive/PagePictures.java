package plenum.drive;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import plenum.drive.DriveItem.Preview;
import plenum.storage.LocalStorage;

/**
 * Pictures of a document in one object: a 32-bit length for each, then one after the other. The small picture (PNG) is the first, pages (JPEG)
 * follow, so the number of a page is its index.
 */
final class PagePictures {
    private PagePictures() {}

    /** Where a picture is in its object. */
    record Place(long from, long length) {}

    static byte[] join(byte[] small, List<byte[]> pages) {
        int size = small.length + pages.stream().mapToInt(page -> page.length).sum();
        ByteBuffer all = ByteBuffer.allocate((pages.size() + 1) * Integer.BYTES + size);
        all.putInt(small.length);
        pages.forEach(page -> all.putInt(page.length));
        all.put(small);
        pages.forEach(all::put);
        return all.array();
    }

    /** @param number 0 for the small picture; else of a page */
    static Optional<Place> place(LocalStorage storage, Preview preview, int number) throws IOException {
        if (number < 0 || number > preview.pages()) {
            return Optional.empty();
        }
        if (preview.pages() == 0) {
            return Optional.of(new Place(0, storage.size(preview.key()).orElse(0)));
        }
        long head = (preview.pages() + 1L) * Integer.BYTES;
        try (InputStream bytes = storage.read(preview.key(), 0, head)) {
            DataInputStream lengths = new DataInputStream(bytes);
            long from = head;
            for (int before = 0; before < number; before++) {
                from += lengths.readInt();
            }
            return Optional.of(new Place(from, lengths.readInt()));
        }
    }
}
