package plenum.signaling;

import java.util.Map;
import java.util.Optional;
import plenum.account.Identities;
import plenum.socket.Handshake;

/**
 * A person at a meeting's door, as far as the handshake tells.
 *
 * @param address network address, for throttling; for IPv6 the network of 64 bits, which one household has for itself
 * @param site where they reach this server, such as {@code https://meet.example.org}
 * @param browser what the browser keeps to be known again; empty when it keeps nothing
 * @param creatorTokens that of the meeting they ask for, by its letters; from a cookie
 * @param session of whoever is signed in, as their cookie has it; empty for a guest
 */
record Visitor(
        String address, String site, String browser, Map<String, String> creatorTokens, Optional<String> session) {
    /** Set by the page that creates a meeting; HttpOnly, so that no script can take it away. */
    private static final String CREATOR_COOKIE = "plenum-creator-";

    private static final String BROWSER_COOKIE = "plenum-browser";

    /** @param letters of the meeting they ask for */
    static Visitor of(Handshake handshake, String letters) {
        return new Visitor(
                handshake.address(),
                handshake.site(),
                handshake.cookie(BROWSER_COOKIE).orElse(""),
                handshake
                        .cookie(CREATOR_COOKIE + letters)
                        .map(token -> Map.of(letters, token))
                        .orElse(Map.of()),
                handshake.cookie(Identities.COOKIE));
    }

    /** Neither addresses nor tokens belong in a log. */
    @Override
    public String toString() {
        return "visitor";
    }
}
