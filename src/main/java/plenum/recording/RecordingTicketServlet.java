package plenum.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.Identities;
import plenum.platform.OriginCheck;
import plenum.platform.Settings;
import plenum.policy.Answer;
import plenum.policy.Policy;
import plenum.policy.PolicyTexts;

/**
 * {@code POST /recording/ticket}: says whether whoever is signed in may record, and gives a ticket for it. Answers with {@code signedIn}, {@code ticket} and, for those who may not, with {@code why}.
 * Only pages of ours may ask.
 */
@WebServlet(name = "recording-ticket", urlPatterns = "/recording/ticket")
public class RecordingTicketServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    transient Identities identities;

    @Inject
    transient Policy policy;

    @Inject
    transient Settings settings;

    @Inject
    transient RecordingTickets tickets;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String site = request.getRequestURL().toString();
        if (!new OriginCheck(settings.publicUrl()).allows(request.getHeader("Origin"), site)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Optional<Account> account = identities.of(request).known();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("signedIn", account.isPresent());
        answer.put("on", settings.services().recording().folder().isPresent());
        if (account.isPresent()) {
            switch (policy.mayRecord(account)) {
                case Answer.Yes yes ->
                    answer.put("ticket", tickets.issue(account.get().id()));
                case Answer.No no ->
                    answer.put("why", PolicyTexts.of(no, account.get().language()));
            }
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        JSON.writeValue(response.getWriter(), answer);
    }
}
