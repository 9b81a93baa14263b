package plenum.mediaserver.uri;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The locations that media may be written to and read from: files below some folders, and some hosts. A client's URI cannot leave them,
 * neither by {@code ..} nor by a symbolic link.
 *
 * @param roots absolute folders; a URI without a scheme is relative to the first
 * @param hosts {@code host} or {@code host:port}, in lower case
 */
public record MediaLocations(List<Path> roots, Set<String> hosts) {
    /** A place that is allowed. */
    public sealed interface Place {
        /** A file below one of the folders; its folder exists. */
        record LocalFile(Path path) implements Place {}

        /** A resource of one of the hosts. */
        record Remote(URI uri) implements Place {}
    }

    /** Why a URI leads nowhere. */
    public static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String reason) {
            super(reason);
        }
    }

    public MediaLocations {
        roots = List.copyOf(roots);
        hosts = Set.copyOf(hosts);
    }

    /** Nowhere. */
    public static MediaLocations none() {
        return new MediaLocations(List.of(), Set.of());
    }

    /** The place that a client's URI means. Looks at the file system, so it may take a moment. */
    public Place find(String text) throws Refusal {
        URI uri = parse(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "" -> inFirstRoot(uri);
            case "file" -> file(uri);
            case "http", "https" -> remote(uri);
            default -> throw new Refusal("No URI handler implemented for \"" + scheme + "\".");
        };
    }

    private static URI parse(String text) throws Refusal {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new Refusal("Invalid URI");
        }
    }

    private Place inFirstRoot(URI uri) throws Refusal {
        String path = uri.getPath();
        if (roots.isEmpty() || path == null || path.isEmpty() || path.startsWith("/")) {
            throw new Refusal("Invalid URI");
        }
        return below(pathOf(roots.getFirst() + "/" + path));
    }

    private Place file(URI uri) throws Refusal {
        boolean elsewhere = uri.getAuthority() != null
                && !uri.getAuthority().isEmpty()
                && !uri.getAuthority().equals("localhost");
        if (elsewhere || uri.getPath() == null || uri.getPath().isEmpty()) {
            throw new Refusal("Invalid URI");
        }
        return below(pathOf(uri.getPath()));
    }

    private static Path pathOf(String text) throws Refusal {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Refusal("Invalid URI");
        }
    }

    /** Resolves symbolic links in a path, also when the file itself is one. */
    private Place below(Path path) throws Refusal {
        Path parent = path.getParent();
        Path name = path.getFileName();
        if (parent == null || name == null || name.toString().equals("..")) {
            throw new Refusal("Invalid URI");
        }
        try {
            Path folder = parent.toRealPath();
            Path file = folder.resolve(name);
            Path real = Files.exists(file) ? file.toRealPath() : file;
            boolean dangling = Files.isSymbolicLink(file) && !Files.exists(file);
            if (dangling || Files.exists(real) && !Files.isRegularFile(real)) {
                throw new Refusal("Could not open file \"" + path + "\".");
            }
            for (Path root : roots) {
                if (real.startsWith(root.toRealPath())) {
                    return new Place.LocalFile(real);
                }
            }
        } catch (IOException e) {
            throw new Refusal("Could not open file \"" + path + "\".");
        }
        throw new Refusal("File \"" + path + "\" is outside of the folders for media.");
    }

    private Place remote(URI uri) throws Refusal {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean allowed = !host.isEmpty()
                && uri.getUserInfo() == null
                && (hosts.contains(host + ":" + port(uri)) || uri.getPort() < 0 && hosts.contains(host));
        if (!allowed) {
            throw new Refusal("Host \"" + host + "\" is not one of the hosts for media.");
        }
        return new Place.Remote(uri);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
