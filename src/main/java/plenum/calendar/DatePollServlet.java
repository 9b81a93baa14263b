package plenum.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.calendar.DatePoll.Vote;
import plenum.mail.MailAddress;
import plenum.platform.ClientAddress;
import plenum.platform.NetworkThrottle;
import plenum.platform.SecretToken;
import plenum.platform.Settings;

/**
 * What people without an account are shown of a poll of dates, and their marks. The link's secret comes in a header. Of others' marks they see
 * numbers, never names.
 */
@WebServlet(
        name = "date-poll",
        urlPatterns = {"/date-poll/state", DatePollServlet.FREE})
@NullUnmarked
public class DatePollServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY = 429;
    static final String FREE = "/date-poll/free";
    private static final int LONGEST_ADDRESS = 1000;

    @Inject
    transient DatePolls polls;

    @Inject
    transient OutsideCalendar outside;

    @Inject
    transient Accounts accounts;

    @Inject
    transient Settings settings;

    @Inject
    transient InstantSource clock;

    private transient NetworkThrottle votes;
    private transient NetworkThrottle readings;

    /** @param closed whether the date is found */
    record State(String title, String organiser, boolean closed, List<Option> options) {}

    /** @param start an instant, for the reader's own zone */
    record Option(String start, String end, long yes, long maybe) {}

    @Override
    public void init() throws ServletException {
        super.init();
        votes = new NetworkThrottle(60, Duration.ofSeconds(10), clock);
        readings = new NetworkThrottle(5, Duration.ofMinutes(1), clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(FREE)) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        answer(request, response, false);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(FREE)) {
            free(request, response);
        } else {
            answer(request, response, true);
        }
    }

    /** At which times the calendar at an address has nothing. */
    private void free(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<DatePoll> poll = poll(request).filter(found -> found.event().isEmpty());
        String calendar = Optional.ofNullable(request.getParameter("address")).orElse("");
        if (poll.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (!readings.tryTake(address(request))) {
            response.setStatus(TOO_MANY);
        } else {
            Optional<List<Answer>> answers =
                    calendar.length() > LONGEST_ADDRESS ? Optional.empty() : outside.answers(calendar, poll.get());
            response.setStatus(answers.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(JSON.writeValueAsString(answers.orElse(List.of())));
        }
    }

    private String address(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"), settings.proxies());
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, boolean vote) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<DatePoll> poll = poll(request);
        if (poll.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        int status = vote ? vote(request, poll.get()) : HttpServletResponse.SC_OK;
        response.setStatus(status);
        if (status == HttpServletResponse.SC_OK) {
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(JSON.writeValueAsString(state(poll.get())));
        }
    }

    private Optional<DatePoll> poll(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Date-Poll"))
                .filter(token -> token.matches("[\\w-]{43}"))
                .flatMap(token -> polls.byToken(new SecretToken(token)));
    }

    private int vote(HttpServletRequest request, DatePoll poll) {
        if (!votes.tryTake(address(request))) {
            return TOO_MANY;
        }
        String voter = request.getParameter("voter");
        Optional<Vote> vote = read(request, poll);
        if (poll.event().isPresent() || vote.isEmpty() || voter == null || !voter.matches("[0-9a-f-]{36}")) {
            return poll.event().isPresent() ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_BAD_REQUEST;
        }
        boolean taken = polls.vote(poll.id(), SecretToken.hash(voter), vote.get());
        return taken ? HttpServletResponse.SC_OK : HttpServletResponse.SC_CONFLICT;
    }

    private static Optional<Vote> read(HttpServletRequest request, DatePoll poll) {
        String name =
                Optional.ofNullable(request.getParameter("name")).orElse("").strip();
        String email =
                Optional.ofNullable(request.getParameter("email")).orElse("").strip();
        Optional<MailAddress> address = MailAddress.parse(email);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < poll.starts().size(); i++) {
            Answer.parse(request.getParameter("a" + i))
                    .filter(answer -> answer != Answer.NONE)
                    .ifPresent(answers::add);
        }
        boolean right = !name.isEmpty()
                && name.length() <= Vote.LONGEST_NAME
                && (email.isEmpty() || address.isPresent())
                && answers.size() == poll.starts().size();
        return right ? Optional.of(new Vote(name.replaceAll("\\p{Cntrl}", " "), address, answers)) : Optional.empty();
    }

    private State state(DatePoll poll) {
        List<Vote> all = polls.votes(poll.id());
        List<Option> options = IntStream.range(0, poll.starts().size())
                .mapToObj(i -> new Option(
                        poll.time(i).interval().start().toString(),
                        poll.time(i).interval().end().toString(),
                        DatePoll.count(all, i, Answer.YES),
                        DatePoll.count(all, i, Answer.MAYBE)))
                .toList();
        return new State(
                poll.title(),
                accounts.byId(poll.owner())
                        .map(Account::name)
                        .map(name -> name.text())
                        .orElse(""),
                poll.event().isPresent(),
                options);
    }
}
