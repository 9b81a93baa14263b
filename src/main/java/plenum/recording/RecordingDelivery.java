package plenum.recording;

import java.io.InputStream;
import java.util.UUID;
import plenum.account.Account;

/** Where finished films go. What goes wrong is a {@link plenum.storage.StorageException}. */
public interface RecordingDelivery {
    /**
     * Stores a film among its owner's files.
     *
     * @return id of the file
     */
    UUID store(Account owner, String file, InputStream bytes, long size);

    /** Whether its owner still has it. */
    boolean has(Recording.Film film);

    /** @param length at most so many bytes */
    InputStream read(Recording.Film film, long from, long length);

    /** For good; does nothing when it is not there. */
    void delete(Recording.Film film);
}
