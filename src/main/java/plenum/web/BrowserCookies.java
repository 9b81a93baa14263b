package plenum.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import plenum.meeting.Meeting;
import plenum.meeting.Meetings;

/** The cookies that Plenum sets: the creator's token of a meeting, the browser's identity, the chosen language, the chosen appearance. */
final class BrowserCookies {
    static final String LANGUAGE = "plenum-language";
    static final String THEME = "plenum-theme";
    static final String BROWSER = "plenum-browser";
    private static final String CREATOR = "plenum-creator-";

    private BrowserCookies() {}

    /** Shown at the WebSocket handshake, it makes this browser the meeting's creator; scripts cannot read it. */
    static Cookie creator(Meetings.Created created, boolean secure) {
        return cookie(CREATOR + created.meeting().letters(), created.creatorToken(), Duration.ofDays(30), secure);
    }

    /** The creator's tokens of meetings that were created in this browser. */
    static Optional<String> creatorToken(HttpServletRequest request, Meeting meeting) {
        return read(request, CREATOR + meeting.letters());
    }

    /** Tells this browser from others, so that whoever was removed for good stays out; a random text that says nothing else. */
    static Cookie browser(String random, boolean secure) {
        return cookie(BROWSER, random, Duration.ofDays(30), secure);
    }

    static Cookie preference(String name, String value, boolean secure) {
        return cookie(name, value, Duration.ofDays(365), secure);
    }

    /** Takes a preference out of this browser. */
    static Cookie noPreference(String name, boolean secure) {
        return cookie(name, "", Duration.ZERO, secure);
    }

    private static Cookie cookie(String name, String value, Duration age, boolean secure) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setPath("/");
        cookie.setSecure(secure);
        cookie.setMaxAge((int) age.toSeconds());
        return cookie;
    }

    static Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
