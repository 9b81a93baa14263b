package plenum.admin;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that come with a form, which is small anyway. */
final class Uploads {
    private static final int MOST = 60_000;

    private Uploads() {}

    /** Empty when none was chosen. */
    static Optional<byte[]> content(@Nullable Part file) {
        if (file == null || file.getSize() == 0) {
            return Optional.empty();
        }
        try (InputStream in = file.getInputStream()) {
            return Optional.of(in.readNBytes(MOST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
