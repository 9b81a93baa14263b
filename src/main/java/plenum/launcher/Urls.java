package plenum.launcher;

import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;

/** Formats addresses for people. */
final class Urls {

    private Urls() {}

    /** Without queries and users, where tokens and passwords stand. */
    static String withoutSecrets(Collection<URI> urls) {
        return urls.stream()
                .map(url -> url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                        + url.getPath())
                .collect(Collectors.joining(", "));
    }
}
