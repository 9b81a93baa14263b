package plenum.calendar;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import plenum.calendar.DatePoll.Vote;

/** One's own polls of dates: asking, what was said so far, and making an event of it. */
@Named
@ViewScoped
@NullUnmarked
public class DatePollsPage extends PersonalPage {
    private static final long serialVersionUID = 1L;
    private static final String START = "ask:start";

    @Inject
    transient DatePolls polls;

    @Inject
    transient DatePolling polling;

    private String title = "";
    private int minutes = 60;
    private String start = "";
    private final TreeSet<LocalDateTime> starts = new TreeSet<>();
    private String link = "";

    /** @param decided whether an event was made of it */
    public record Row(UUID id, String title, boolean decided, int votes, List<Line> lines) {}

    /** One of the times. */
    public record Line(int number, String words, long yes, long maybe, String names) {}

    public void add() {
        try {
            if (starts.size() < DatePoll.MOST_STARTS) {
                starts.add(LocalDateTime.parse(start));
            }
        } catch (DateTimeException e) {
            refuse(START, "calendar.poll.start.bad");
        }
    }

    public void remove(LocalDateTime chosen) {
        starts.remove(chosen);
    }

    public void create() {
        if (title.isBlank()) {
            refuse("ask:title", "calendar.title.empty");
            return;
        }
        if (starts.isEmpty() || minutes < 5 || minutes > 24 * 60) {
            refuse(START, "calendar.poll.start.bad");
            return;
        }
        Optional<String> made = polling.create(new DatePoll(
                UUID.randomUUID(),
                account().id(),
                title.strip(),
                Duration.ofMinutes(minutes),
                account().zone(),
                List.copyOf(starts),
                Optional.empty()));
        if (made.isEmpty()) {
            refuse(START, "calendar.poll.many");
            return;
        }
        link = made.get();
        title = "";
        starts.clear();
    }

    public void renew(UUID poll) {
        link = polling.renew(account(), poll);
    }

    public void delete(UUID poll) {
        polling.delete(account(), poll);
        link = "";
    }

    public void decide(UUID poll, int option) {
        polling.decide(account(), poll, option);
    }

    public List<Row> getAll() {
        return polls.of(account().id()).stream().map(this::row).toList();
    }

    private Row row(DatePoll poll) {
        List<Vote> votes = polls.votes(poll.id());
        List<Line> lines = IntStream.range(0, poll.starts().size())
                .mapToObj(i -> new Line(
                        i,
                        EventWords.time(
                                poll.time(i), account().language(), account().zone()),
                        DatePoll.count(votes, i, Answer.YES),
                        DatePoll.count(votes, i, Answer.MAYBE),
                        votes.stream()
                                .filter(vote -> vote.answers().get(i) != Answer.NO)
                                .map(vote ->
                                        vote.answers().get(i) == Answer.MAYBE ? "(" + vote.name() + ")" : vote.name())
                                .collect(Collectors.joining(", "))))
                .toList();
        return new Row(poll.id(), poll.title(), poll.event().isPresent(), votes.size(), lines);
    }

    public String words(LocalDateTime time) {
        return EventWords.moment(
                time.atZone(account().zone()).toInstant(),
                account().language(),
                account().zone());
    }

    /** The link that was just made; it is shown this once. */
    public String getLink() {
        return link;
    }

    public List<LocalDateTime> getStarts() {
        return new ArrayList<>(starts);
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    public String getStart() {
        return start;
    }

    public void setStart(String start) {
        this.start = start == null ? "" : start;
    }
}
