package plenum.recording;

import java.io.InputStream;
import java.util.UUID;

/** Where finished films are kept. What goes wrong is a {@link plenum.storage.StorageException}. */
public interface RecordingDelivery {
    /**
     * Stores a film.
     *
     * @return id of what was stored
     */
    UUID store(Recording recording, String file, InputStream bytes, long size);

    /** @param length at most so many bytes */
    InputStream read(Recording.Film film, long from, long length);

    void delete(Recording.Film film);
}
