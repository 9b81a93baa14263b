package plenum.assembly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;
import plenum.account.Account;
import plenum.drive.Deposit;
import plenum.recording.Recording;
import plenum.recording.RecordingDelivery;

/** Takes the films of recordings to the drive that their owner chose for them. */
@ApplicationScoped
public class DriveDelivery implements RecordingDelivery {
    @Inject
    Deposit deposit;

    @Override
    public UUID store(Account owner, String file, InputStream bytes, long size) {
        return deposit.put(owner, file, bytes, size);
    }

    @Override
    public boolean has(Recording.Film film) {
        return deposit.has(film.item());
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
