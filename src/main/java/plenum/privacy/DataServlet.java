package plenum.privacy;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import plenum.account.CurrentUser;

/** Sends whoever is signed in what is stored about them. {@code PageGuard} lets nobody else ask. */
@WebServlet(name = "personal-data", urlPatterns = DataServlet.PATH)
public class DataServlet extends HttpServlet {
    static final String PATH = "/account/data.zip";
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentUser user;

    @Inject
    transient PersonalFile file;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] zip = file.zip(user.person().account());
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"plenum.zip\"");
        response.setContentLength(zip.length);
        response.getOutputStream().write(zip);
    }
}
