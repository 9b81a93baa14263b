package plenum.account;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Guards the pages that {@link PageAccess} names: sends a guest to sign in and then back to the page, and refuses accounts without the
 * role. Such pages are never cached, so that nobody finds them in a browser after their owner has signed out.
 */
public class PageGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Identities identities;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        PageAccess access = PageAccess.of(path(request));
        if (access == PageAccess.EVERYBODY) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        Identity identity = identities.of(request);
        if (identity.known().isEmpty()) {
            toSignIn(request, response);
        } else if (access == PageAccess.ADMIN
                && !identity.known().filter(Account::isAdmin).isPresent()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getContextPath() + "/sign-in?to="
                + ReturnPath.of(request).escaped();
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            // a part of a page is asked for by a script, which would take a redirect's page for that part
            response.setContentType("text/xml");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter()
                    .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + address
                            + "\"/></partial-response>");
        } else if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            response.sendRedirect(address);
        } else {
            response.setHeader("Location", address);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        }
    }

    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}
