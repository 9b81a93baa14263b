package plenum.drive;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.drive.Share.With;
import plenum.platform.ClientAddress;
import plenum.platform.NetworkThrottle;
import plenum.platform.Settings;

/**
 * A link to something that is shared, {@code /s/TOKEN}: shows it, and nothing else of its owner. One that does not hold any more looks like one
 * that never was. A password is asked for once; that it was right is in a cookie that holds for this link alone.
 */
@WebServlet(name = "share", urlPatterns = "/s/*", loadOnStartup = 3)
@NullUnmarked
public class ShareServlet extends HttpServlet {
    static final String SHARE = "plenum.share";
    static final String LOCKED = "plenum.share.locked";
    static final String WRONG = "plenum.share.wrong";

    private static final long serialVersionUID = 1L;
    private static final String COOKIE = "plenum-share";
    private static final Duration HOLDS = Duration.ofHours(12);
    private static final int ASKED = 120;

    @Inject
    transient Sharing sharing;

    @Inject
    transient FileTickets tickets;

    @Inject
    transient Settings settings;

    @Inject
    transient InstantSource clock;

    private transient NetworkThrottle asked;

    @Override
    public void init() {
        asked = new NetworkThrottle(ASKED, Duration.ofMillis(500), clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        find(request, response).ifPresent(share -> show(share, Optional.empty(), request, response));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Share> found = find(request, response);
        if (found.isEmpty()) {
            return;
        }
        Share share = found.get();
        String typed = Optional.ofNullable(request.getParameter("password")).orElse("");
        Sharing.Tried tried = sharing.password(share, typed, address(request));
        if (tried == Sharing.Tried.RIGHT) {
            Cookie cookie = new Cookie(COOKIE, proof(share));
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            cookie.setSecure(request.isSecure());
            cookie.setPath(request.getContextPath() + "/s" + request.getPathInfo());
            cookie.setMaxAge((int) HOLDS.toSeconds());
            response.addCookie(cookie);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/s" + request.getPathInfo());
        } else {
            String wrong = tried == Sharing.Tried.WRONG ? "drive.link.wrong" : "drive.link.later";
            show(share, Optional.of(wrong), request, response);
        }
    }

    private Optional<Share> find(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        if (!asked.tryTake(address(request))) {
            response.sendError(429);
            return Optional.empty();
        }
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<Share> share = path.matches("/[A-Za-z0-9_-]{43}") ? sharing.link(path.substring(1)) : Optional.empty();
        if (share.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return share;
    }

    private void show(Share share, Optional<String> wrong, HttpServletRequest request, HttpServletResponse response) {
        boolean locked =
                share.with() instanceof With.Link link && link.password().isPresent() && !isProven(share, request);
        request.setAttribute(SHARE, share);
        request.setAttribute(LOCKED, locked);
        request.setAttribute(WRONG, wrong.orElse(""));
        if (!locked) {
            sharing.used(share);
        }
        try {
            request.getRequestDispatcher("/share.xhtml").forward(request, response);
        } catch (ServletException | IOException e) {
            throw new IllegalStateException("the page of a link could not be shown", e);
        }
    }

    private boolean isProven(Share share, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .anyMatch(cookie -> tickets.proves(cookie.getValue(), passwordOf(share)));
    }

    private String proof(Share share) {
        return tickets.prove(passwordOf(share));
    }

    /** Another password needs another proof. */
    private static String passwordOf(Share share) {
        return share.id() + " "
                + (share.with() instanceof With.Link link ? link.password().orElse("") : "");
    }

    private String address(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"), settings.proxies());
    }
}
