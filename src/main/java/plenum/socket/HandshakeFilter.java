package plenum.socket;

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
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.platform.ClientAddress;
import plenum.platform.OriginCheck;
import plenum.platform.Settings;

/**
 * Checks the WebSocket handshake: refuses foreign origins, and sockets over the limits, and hands what it knows to the endpoint. A filter
 * and not the endpoint's configurator, because that can neither answer 403 nor hand data to one session alone: its properties are shared by
 * all concurrent handshakes.
 */
@WebFilter(urlPatterns = "/ws/*", asyncSupported = true)
public class HandshakeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** How the names of our cookies begin. */
    private static final String OURS = "plenum-";

    /** Of a cookie's value. */
    private static final int LONGEST_VALUE = 64;

    /** A container keeps path and query for as long as the socket. */
    private static final int LONGEST_PATH = 100;

    private static final String RETRY_SECONDS = "5";

    @Inject
    transient Settings settings;

    @Inject
    transient SocketServices sockets;

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
                        .orElse(site)
                + request.getContextPath();
        String address =
                ClientAddress.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"), settings.proxies());
        switch (sockets.budget().open(address)) {
            case SocketBudget.Answer.Refused(int status) -> {
                response.setHeader("Retry-After", RETRY_SECONDS);
                response.setStatus(status);
            }
            case SocketBudget.Answer.Granted(SocketTicket ticket) -> {
                try {
                    chain.doFilter(with(new Handshake(address, link, cookies(request), ticket), request), response);
                } finally {
                    if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
                        ticket.close();
                    }
                }
            }
        }
    }

    private static HttpServletRequest with(Handshake handshake, HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return handshake;
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

    private static Map<String, String> cookies(HttpServletRequest request) {
        Map<String, String> ours = new HashMap<>();
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().startsWith(OURS) && cookie.getValue().length() <= LONGEST_VALUE) {
                    ours.putIfAbsent(cookie.getName(), cookie.getValue());
                }
            }
        }
        return ours;
    }
}
