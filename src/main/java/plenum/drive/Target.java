package plenum.drive;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * A server of others that holds files.
 *
 * @param owner empty: an admin connected it, and everybody may use it
 */
public record Target(UUID id, Optional<UUID> owner, String name, Place place) {
    /** How it is reached. Secrets are kept sealed, and stay out of logs and pages. */
    public sealed interface Place {
        String kind();

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
