package plenum.signaling;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.platform.ClientAddress;
import plenum.platform.OriginCheck;
import plenum.platform.Settings;
import plenum.socket.SocketBudget;
import plenum.socket.SocketTicket;

/**
 * Stands before the WebSocket handshake: refuses pages that are not ours and sockets for which there is no place, and tells the endpoint who
 * comes. A filter and not the endpoint's configurator, because that can neither answer 403 nor hand anything to one session alone: its
 * properties are shared by all handshakes that go on at the same time.
 */
@WebFilter(urlPatterns = "/ws/*", asyncSupported = true)
public class HandshakeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** Set by the page that creates a meeting; HttpOnly, so that no script can take it away. */
    private static final String CREATOR_COOKIE = "plenum-creator-";

    private static final String BROWSER_COOKIE = "plenum-browser";
    /** Of a cookie's value; a container keeps all of the handshake that we keep, for as long as the socket. */
    private static final int LONGEST_VALUE = 64;

    private static final int LONGEST_PATH = 100;
    private static final String RETRY_SECONDS = "5";

    @Inject
    transient Settings settings;

    @Inject
    transient SocketBudget budget;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getQueryString() != null || request.getRequestURI().length() > LONGEST_PATH) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String site = site(request);
        if (!new OriginCheck(settings.publicUrl()).allows(request.getHeader("Origin"), site)) {
            // not sendError: no page for people is to be made of this
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String link = settings.publicUrl()
                .map(url -> url.toString().replaceAll("/$", ""))
                .orElse(site);
        String address =
                ClientAddress.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"), settings.proxies());
        switch (budget.open(address)) {
            case SocketBudget.Answer.Refused(int status) -> {
                response.setHeader("Retry-After", RETRY_SECONDS);
                response.setStatus(status);
            }
            case SocketBudget.Answer.Granted(SocketTicket ticket) -> {
                try {
                    Visitor visitor = new Visitor(address, link, browser(request), creatorTokens(request), ticket);
                    chain.doFilter(comingFrom(visitor, request), response);
                } finally {
                    if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
                        ticket.close();
                    }
                }
            }
        }
    }

    private static HttpServletRequest comingFrom(Visitor visitor, HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return visitor;
            }
        };
    }

    private String site(HttpServletRequest request) {
        String scheme = forwarded(request, "X-Forwarded-Proto", request.getScheme());
        String host = forwarded(request, "X-Forwarded-Host", request.getHeader("Host"));
        return scheme + "://" + host;
    }

    private String forwarded(HttpServletRequest request, String header, @Nullable String direct) {
        String value = settings.proxies().believed() ? request.getHeader(header) : null;
        if (value != null) {
            return value.strip();
        }
        return direct == null ? "" : direct;
    }

    private static String browser(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(BROWSER_COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> value.length() <= LONGEST_VALUE)
                        .findFirst()
                        .orElse("");
    }

    private static Map<String, String> creatorTokens(HttpServletRequest request) {
        Map<String, String> tokens = new HashMap<>();
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                String name = cookie.getName();
                if (name.startsWith(CREATOR_COOKIE)
                        && request.getRequestURI().endsWith("/" + name.substring(CREATOR_COOKIE.length()))
                        && cookie.getValue().length() <= LONGEST_VALUE) {
                    tokens.put(name.substring(CREATOR_COOKIE.length()), cookie.getValue());
                }
            }
        }
        return Map.copyOf(tokens);
    }
}
