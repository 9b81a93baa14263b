package plenum.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Stores the chosen language or appearance in a cookie and redirects back to the page. Works without scripts. */
@WebServlet(name = "preferences", urlPatterns = PreferencesServlet.PATH)
public class PreferencesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/preferences";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language = request.getParameter("language");
        if (language != null && Language.byTag(language).isPresent()) {
            response.addCookie(BrowserCookies.preference(BrowserCookies.LANGUAGE, language, request.isSecure()));
        }
        String theme = request.getParameter("theme");
        if (theme != null && Appearance.all().contains(theme)) {
            response.addCookie(BrowserCookies.preference(BrowserCookies.THEME, theme, request.isSecure()));
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(ownPath(request.getParameter("back"), request.getContextPath() + "/"));
    }

    /** Only a path of this site: never a place that somebody else wrote into the address. */
    static String ownPath(@Nullable String path, String otherwise) {
        return path != null && path.matches("/(?:[A-Za-z0-9._~-][A-Za-z0-9._~/-]*)?") ? path : otherwise;
    }
}
