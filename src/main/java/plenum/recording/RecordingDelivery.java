package plenum.recording;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;

/** Where finished films go. What goes wrong is a {@link plenum.storage.StorageException}. */
public interface RecordingDelivery {
    /**
     * A place for films.
     *
     * @param folder of that drive; empty: at its top
     */
    record Place(UUID drive, Optional<UUID> folder) {}

    /**
     * A place that somebody can choose.
     *
     * @param name empty for their own drive
     */
    record Offer(Place place, String name) {}

    /** Where somebody may put files, the drive that they chose for recordings first. */
    List<Offer> places(Account owner);

    /** Whether somebody may put files there. */
    boolean takes(Account owner, Place place);

    /**
     * Stores a film among its owner's files.
     *
     * @param into where they wanted it; when that is gone, it goes to the drive that they chose for recordings
     * @return id of the file
     */
    UUID store(Account owner, Optional<Place> into, String file, InputStream bytes, long size);

    /** Whether its owner still has it. */
    boolean has(Recording.Film film);

    /** Whether somebody may share it with others. */
    boolean mayShare(Account owner, Recording.Film film);

    /** @param length at most so many bytes */
    InputStream read(Recording.Film film, long from, long length);

    /** For good; does nothing when it is not there. */
    void delete(Recording.Film film);
}
