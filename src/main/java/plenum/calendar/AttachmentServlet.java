package plenum.calendar;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.account.CurrentUser;
import plenum.drive.AttachedFiles;
import plenum.platform.SecretToken;

/**
 * Answers with a file of an event: by GET to somebody who is signed in, and by POST to whoever shows the secret of an invitation, which stays out
 * of the address. For everybody else there is none.
 */
@WebServlet(
        name = "attachment",
        urlPatterns = {AttachmentServlet.SIGNED_IN, AttachmentServlet.BY_LINK})
@NullUnmarked
public class AttachmentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SIGNED_IN = "/calendar/attachment";
    static final String BY_LINK = "/answer/attachment";

    @Inject
    transient CurrentUser user;

    @Inject
    transient AttachmentAccess access;

    @Inject
    transient Accounts accounts;

    @Inject
    transient AttachedFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<UUID> event = id(request, "event");
        if (!request.getServletPath().equals(SIGNED_IN) || event.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        answer(access.of(event.get(), user.person().account()), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String token = Optional.ofNullable(request.getParameter("token")).orElse("");
        if (!request.getServletPath().equals(BY_LINK) || !token.matches("[\\w-]{20,64}")) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        answer(access.of(new SecretToken(token)), request, response);
    }

    private void answer(List<Attachments.Attachment> all, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Attachments.Attachment> file = id(request, "file").flatMap(item -> AttachmentAccess.one(all, item));
        Optional<Account> owner = file.flatMap(found -> accounts.byId(found.owner()));
        if (owner.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            files.send(file.get().item(), owner.get(), request, response);
        }
    }

    private static Optional<UUID> id(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }
}
