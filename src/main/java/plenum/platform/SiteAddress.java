package plenum.platform;

/**
 * The public address of this server, for links in mail and invitations. Taken from the settings only: a request's Host header can be
 * forged, and links made of it would lead to the forger.
 *
 * @param base such as {@code https://meet.example.org}, with the context's path and without a slash at the end
 */
public record SiteAddress(String base) {
    /** @param path begins with a slash */
    public String page(String path) {
        return base + path;
    }
}
