package plenum.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Serves the profile picture of the signed-in account. */
@WebServlet(name = "account-picture", urlPatterns = "/account/picture")
public class PictureServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Identities identities;

    @Inject
    transient Accounts accounts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Accounts.Picture> picture =
                identities.of(request).known().flatMap(account -> accounts.picture(account.id()));
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/png");
        response.setContentLength(picture.get().png().length);
        response.getOutputStream().write(picture.get().png());
    }
}
