package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import plenum.platform.OriginCheck;
import plenum.platform.Settings;

/**
 * Refuses requests that change something and come from foreign pages (cross-site request forgery). Pages for guests have no session and
 * therefore no token; the browser says where a request comes from: {@code Sec-Fetch-Site} (W3C Fetch Metadata), and {@code Origin} where
 * the page came without TLS. Programs that send neither have no cookies of a visitor. Forms must be sent by POST: with GET, an image on a
 * foreign page would suffice.
 */
public class OwnPagesFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    /** With it, Faces takes a request for a form that was sent, whatever the method. */
    private static final String FORM_STATE = "jakarta.faces.ViewState";

    @Inject
    transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean safe = SAFE_METHODS.contains(request.getMethod());
        if (safe && request.getParameter(FORM_STATE) != null) {
            // no page: Faces would take the form for that one's
            response.setHeader("Allow", "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if ((!safe || isPreference(request)) && !isOurs(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Sets cookies by GET, so that it works without scripts. */
    private static boolean isPreference(HttpServletRequest request) {
        return PreferencesServlet.PATH.equals(request.getServletPath());
    }

    private boolean isOurs(HttpServletRequest request) {
        String fetchSite = request.getHeader("Sec-Fetch-Site");
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || new OriginCheck(settings.publicUrl()).allows(origin, site(request));
    }

    private String site(HttpServletRequest request) {
        return forwarded(request, "X-Forwarded-Proto").orElse(request.getScheme()) + "://"
                + forwarded(request, "X-Forwarded-Host").orElse(request.getHeader("Host"));
    }

    private Optional<String> forwarded(HttpServletRequest request, String header) {
        return settings.proxies().believed()
                ? Optional.ofNullable(request.getHeader(header)).map(String::strip)
                : Optional.empty();
    }
}
