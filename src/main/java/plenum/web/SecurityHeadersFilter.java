package plenum.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Sets the security headers of every response. The policy of scripts and connections is the context parameter {@code
 * primefaces.CSP_POLICY}: on pages, PrimeFaces adds its nonce to it, and that header replaces the plain one, because a browser enforces
 * both of two such headers.
 */
public class SecurityHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "Content-Security-Policy";
    private static final String POLICY_PARAMETER = "primefaces.CSP_POLICY";
    private static final String NO_FRAMES = "frame-ancestors 'none'";
    private static final String OWN_FRAMES = "frame-ancestors 'self'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), fullscreen=(self), "
                        + "autoplay=(self), screen-wake-lock=(self), picture-in-picture=(self), geolocation=(), payment=(), usb=()");
        if (isOfOneRelease(request)) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else if (isOurModule(request)) {
            // asked for anew each time, answered with 304: the parts of two releases never meet in one tab
            response.setHeader("Cache-Control", "no-cache");
        }
        OnePolicy policies = new OnePolicy(response, isBesideStage(request));
        policies.setHeader(POLICY, getServletContext().getInitParameter(POLICY_PARAMETER));
        chain.doFilter(request, policies);
    }

    /** The desk and the personal settings stand beside the stage, in a frame of our own page. */
    private static boolean isBesideStage(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals("/settings")
                || path.equals("/settings.xhtml")
                || (path.equals("/m")
                        && request.getPathInfo() != null
                        && request.getPathInfo().endsWith("/desk"));
    }

    /** The stage asks for its icons by the name of its release. */
    private static boolean isOfOneRelease(HttpServletRequest request) {
        return request.getServletPath().startsWith("/images/") && request.getQueryString() != null;
    }

    private static boolean isOurModule(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/app/")
                || path.equals("/push-worker.js")
                || path.startsWith("/images/")
                || path.startsWith("/jakarta.faces.resource/css/");
    }

    private static final class OnePolicy extends HttpServletResponseWrapper {
        private final boolean framed;

        /** @param framed whether our own pages may show the page in a frame */
        OnePolicy(HttpServletResponse response, boolean framed) {
            super(response);
            this.framed = framed;
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(
                    name, framed && POLICY.equalsIgnoreCase(name) ? value.replace(NO_FRAMES, OWN_FRAMES) : value);
        }

        @Override
        public void addHeader(String name, String value) {
            if (POLICY.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
