package plenum.account;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Where somebody goes on to when they sign out, such as to the server that proved who they are. Beans that implement this are found. */
public interface AfterSignOut {
    /** Asked before the session ends. */
    Optional<URI> goOn(UUID session);
}
