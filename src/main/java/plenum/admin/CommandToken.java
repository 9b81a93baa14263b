package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What proves that a command comes from whoever runs this server: a secret in a file that only they can read. The launcher makes the file and names it in
 * {@code PLENUM_ADMIN_TOKEN_FILE}; without one there are no commands. Read for each command: a new secret counts at once.
 */
@ApplicationScoped
public class CommandToken {
    private static final Logger log = LoggerFactory.getLogger(CommandToken.class);
    private static final int LEAST = 32;

    private final Optional<Path> file;

    public CommandToken() {
        this(ConfigProvider.getConfig()
                .getOptionalValue("PLENUM_ADMIN_TOKEN_FILE", String.class)
                .map(Path::of));
    }

    CommandToken(Optional<Path> file) {
        this.file = file;
    }

    /** Compared in constant time. */
    boolean is(String shown) {
        return file.flatMap(CommandToken::read)
                .filter(secret -> MessageDigest.isEqual(bytes(secret), bytes(shown)))
                .isPresent();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(secret -> secret.length() >= LEAST);
        } catch (IOException e) {
            log.warn("the file of PLENUM_ADMIN_TOKEN_FILE cannot be read; there are no commands until it can", e);
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
