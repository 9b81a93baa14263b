package plenum.admin;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that come with a form. */
final class Uploads {
    static final int MOST = 500_000;

    private Uploads() {}

    /** Empty when none was chosen; throws {@link RefusedException} when it is too large. */
    static Optional<byte[]> content(@Nullable Part file) {
        if (file == null || file.getSize() == 0) {
            return Optional.empty();
        }
        if (file.getSize() > MOST) {
            throw new RefusedException("too-large", "500 kB");
        }
        try (InputStream in = file.getInputStream()) {
            return Optional.of(in.readNBytes(MOST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
