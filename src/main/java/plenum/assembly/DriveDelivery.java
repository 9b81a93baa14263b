package plenum.assembly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.drive.Deposit;
import plenum.drive.Drive;
import plenum.recording.Recording;
import plenum.recording.RecordingDelivery;

/** Takes the films of recordings to the drive that their owner chose for them. */
@ApplicationScoped
public class DriveDelivery implements RecordingDelivery {
    @Inject
    Deposit deposit;

    @Override
    public List<Offer> places(Account owner) {
        return deposit.places(owner).stream()
                .map(place -> new Offer(
                        new Place(place.folder().drive(), place.folder().item()), place.name()))
                .toList();
    }

    @Override
    public boolean takes(Account owner, Place place) {
        return deposit.takes(owner, folder(place));
    }

    @Override
    public UUID store(Account owner, Optional<Place> into, String file, InputStream bytes, long size) {
        return deposit.put(owner, into.map(DriveDelivery::folder), file, bytes, size);
    }

    private static Drive.Folder folder(Place place) {
        return new Drive.Folder(place.drive(), place.folder());
    }

    @Override
    public boolean has(Recording.Film film) {
        return deposit.has(film.item());
    }

    @Override
    public boolean mayShare(Account owner, Recording.Film film) {
        return deposit.mayShare(owner, film.item());
    }

    @Override
    public InputStream read(Recording.Film film, long from, long length) {
        return deposit.read(film.item(), from, length);
    }

    @Override
    public void delete(Recording.Film film) {
        deposit.delete(film.item());
    }
}
