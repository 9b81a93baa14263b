package plenum.launcher;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL, which refuses to run as root, when the launcher runs as root: in a user namespace, where its files stay root's; or,
 * where namespaces are forbidden, as another user, who then owns its folder.
 */
enum Unprivileged {
    AS_WE_ARE(List.of()),
    IN_A_USER_NAMESPACE(List.of("unshare", "--user")),
    AS_NOBODY(List.of("setpriv", "--reuid=nobody", "--clear-groups", "--regid=nogroup"));

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The way that works for the current user on this machine. */
    static Unprivileged find() {
        if (new UnixSystem().getUid() != 0) {
            return AS_WE_ARE;
        }
        for (Unprivileged way : List.of(IN_A_USER_NAMESPACE, AS_NOBODY)) {
            if (Commands.succeeds(way.wrap(List.of("true")))) {
                return way;
            }
        }
        throw new StartFailure(
                "PostgreSQL does not run as root, and neither unshare nor setpriv work here. Start Plenum as an"
                        + " ordinary user, or set PLENUM_DB_URL to a PostgreSQL of yours.");
    }

    List<String> wrap(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Gives the folder to the user that PostgreSQL will run as. */
    void handOver(Path folder) {
        if (this != AS_NOBODY) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            UserPrincipal nobody =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            for (Path file : files.toList()) {
                Files.setOwner(file, nobody);
            }
        } catch (IOException e) {
            throw new StartFailure("The folder " + folder + " cannot be given to the user nobody.", e);
        }
        if (!Commands.succeeds(wrap(List.of("test", "-w", folder.toString())))) {
            throw new StartFailure("PostgreSQL runs as the user nobody here, and that user may not enter " + folder
                    + ". Set PLENUM_DATA to a folder that everybody may enter, such as /var/lib/plenum.");
        }
    }
}
