package plenum.platform;

/**
 * Where people reach this server, for links that leave it: from the settings alone. A request's Host header is whatever its sender wrote, and
 * would lead the reader of a mail to them.
 *
 * @param base such as {@code https://meet.example.org}, with the context's path and without a slash at the end
 */
public record SiteAddress(String base) {
    /** @param path begins with a slash */
    public String page(String path) {
        return base + path;
    }
}
