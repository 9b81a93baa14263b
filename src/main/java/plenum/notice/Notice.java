package plenum.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that somebody is told at once, wherever they are: on their open pages, and on devices that they chose. Whoever has something to tell fires it
 * as a CDI event, within the transaction that stores the thing itself.
 *
 * @param account who is told
 * @param key one notice with a key takes the place of an earlier one with the same on a device
 * @param title in the language of the account, plain text
 * @param text one or two lines
 * @param link a path of this site, where a click leads
 * @param until afterwards nobody wants to be told any more
 */
public record Notice(UUID account, String key, String title, String text, String link, Instant until) {
    public Notice {
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException("a link leads to a page of this site");
        }
    }
}
