package plenum.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import plenum.platform.SecretToken;

/**
 * The cookies that prove the identity of a browser. Scripts cannot read them, and forms and links of other sites do not send the strict
 * ones.
 */
enum SessionCookie {
    /** Of a session; sent along when somebody follows a link to a meeting. */
    SESSION("plenum-session", "Lax", Duration.ofDays(30)),
    /** Of the second step of signing in. */
    STEP("plenum-sign-in", "Strict", Duration.ofMinutes(10)),
    /** Of a link that was opened, so that its token stays out of addresses and pages. */
    LINK("plenum-link", "Strict", Duration.ofMinutes(30)),
    /** Of a sign-in that was begun at another server, which leads back by a link. */
    ELSEWHERE("plenum-elsewhere", "Lax", Duration.ofMinutes(10));

    private static final int LONGEST = 64;

    private final String name;
    private final String sameSite;
    private final Duration age;

    SessionCookie(String name, String sameSite, Duration age) {
        this.name = name;
        this.sameSite = sameSite;
        this.age = age;
    }

    String cookieName() {
        return name;
    }

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                        .findFirst();
    }

    void set(HttpServletRequest request, HttpServletResponse response, SecretToken token) {
        response.addCookie(cookie(request, token.text(), age));
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", Duration.ZERO));
    }

    private Cookie cookie(HttpServletRequest request, String value, Duration lasts) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", sameSite);
        cookie.setPath(request.getContextPath().isEmpty() ? "/" : request.getContextPath());
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) lasts.toSeconds());
        return cookie;
    }
}
