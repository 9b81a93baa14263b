package plenum.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ends the session of its caller; by POST alone, so that an image on a foreign page cannot do it. */
@WebServlet(name = "sign-out", urlPatterns = "/sign-out")
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Identities identities;

    @Inject
    transient MyAccount mine;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (identities.of(request) instanceof Identity.Person person) {
            mine.signOut(person);
        }
        SessionCookie.SESSION.clear(request, response);
        identities.forget(request);
        // what Faces keeps for the pages of whoever is gone
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(request.getContextPath() + "/");
    }
}
