package plenum.person;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.UUID;
import plenum.notice.Notice;

/** Fires a notice for an account within a transaction, which is committed or rolled back as the test says. */
@WebServlet(name = "notices-for-tests", urlPatterns = NoticesForTests.PATH)
public class NoticesForTests extends HttpServlet {
    static final String PATH = "/for-tests/notices";
    private static final long serialVersionUID = 1L;

    @Inject
    transient Event<Notice> notices;

    @Resource
    transient UserTransaction transaction;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        UUID account = UUID.fromString(request.getParameter("account"));
        try {
            transaction.begin();
            notices.fire(new Notice(
                    account, "test", "Test", "now", "/", Instant.now().plusSeconds(60)));
            if (Boolean.parseBoolean(request.getParameter("commit"))) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        } catch (Exception e) {
            throw new ServletException(e);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
