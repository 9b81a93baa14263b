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
import java.util.UUID;
import plenum.account.Account;
import plenum.account.Identities;
import plenum.platform.Messages;
import plenum.platform.OriginCheck;
import plenum.platform.Settings;
import plenum.policy.Answer;
import plenum.policy.Policy;
import plenum.policy.PolicyTexts;

/**
 * {@code POST /recording/ticket}: says whether whoever is signed in may record, and gives a ticket for it. Answers with {@code signedIn}, {@code ticket}, the {@code places} that a film can go to and, for those
 * who may not, with {@code why}. {@code drive} and {@code folder} name one of the places.
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

    @Inject
    transient RecordingDelivery delivery;

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
                case Answer.Yes yes -> addTicket(answer, account.get(), place(request));
                case Answer.No no ->
                    answer.put("why", PolicyTexts.of(no, account.get().language()));
            }
        }
        respond(response, answer);
    }

    private void addTicket(Map<String, Object> answer, Account account, Optional<RecordingDelivery.Place> place) {
        if (place.filter(chosen -> !delivery.takes(account, chosen)).isPresent()) {
            answer.put("why", Messages.in(account.language()).getString("recordings.place.gone"));
        } else {
            answer.put("ticket", tickets.issue(account.id(), place));
        }
        answer.put(
                "places",
                delivery.places(account).stream()
                        .map(RecordingTicketServlet::json)
                        .toList());
    }

    private static Map<String, String> json(RecordingDelivery.Offer offer) {
        return Map.of(
                "drive", offer.place().drive().toString(),
                "folder", offer.place().folder().map(UUID::toString).orElse(""),
                "name", offer.name());
    }

    private static Optional<RecordingDelivery.Place> place(HttpServletRequest request) {
        return RecordingIds.parse(request.getParameter("drive"), 0)
                .map(drive ->
                        new RecordingDelivery.Place(drive, RecordingIds.parse(request.getParameter("folder"), 0)));
    }

    private static void respond(HttpServletResponse response, Map<String, Object> answer) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        JSON.writeValue(response.getWriter(), answer);
    }
}
