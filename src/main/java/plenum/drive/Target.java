package plenum.drive;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.UUID;
import plenum.storage.WebDavStorage;

/**
 * A server of others that holds files.
 *
 * @param owner empty: an admin connected it, and everybody may use it
 */
public record Target(UUID id, Optional<UUID> owner, String name, Place place) {
    /** How it is reached. Secrets are kept sealed, and stay out of logs and pages. */
    public sealed interface Place {
        int LONGEST = 500;

        String kind();

        /**
         * A folder of a WebDAV server, from what somebody typed; empty when it cannot be one. Nextcloud's address of somebody's files ends with
         * {@code /remote.php/dav/files/NAME/}.
         */
        static Optional<Place> webDav(String address, String folder, String user, String password) {
            return uri(address.endsWith("/") ? address : address + "/")
                    .map(base -> within(base, folder.strip().replaceAll("^/+|/+$", "")))
                    .map(place -> new WebDav(place, user, password));
        }

        /** A bucket of an S3 store, likewise. */
        static Optional<Place> s3(
                String address, String region, String bucket, String key, String secret, boolean checksums) {
            boolean named = bucket.matches("[a-z0-9][a-z0-9.-]{1,62}") && region.matches("[a-z0-9-]{1,40}");
            return uri(address)
                    .filter(endpoint -> named)
                    .map(endpoint -> new S3(endpoint, region, bucket, "plenum/", key, secret, checksums));
        }

        private static URI within(URI base, String path) {
            return path.isEmpty() ? base : base.resolve(WebDavStorage.path(path) + "/");
        }

        private static Optional<URI> uri(String typed) {
            try {
                URI uri = new URI(typed.strip());
                boolean plain = uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null;
                return plain && typed.length() <= LONGEST ? Optional.of(uri) : Optional.empty();
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        }

        /** @param folder of the server, with its path */
        record WebDav(URI folder, String user, String password) implements Place {
            @Override
            public String kind() {
                return "WEBDAV";
            }

            @Override
            public String toString() {
                return "WebDav";
            }
        }

        /** @param checksums whether the store is told checksums to compare; older ones refuse them */
        record S3(
                URI endpoint,
                String region,
                String bucket,
                String prefix,
                String accessKey,
                String secretKey,
                boolean checksums)
                implements Place {
            @Override
            public String kind() {
                return "S3";
            }

            @Override
            public String toString() {
                return "S3";
            }
        }
    }
}
