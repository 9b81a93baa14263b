package plenum.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import plenum.protocol.PollMessages;
import plenum.protocol.PollMessages.Poll;
import plenum.protocol.PollMessages.PollState;

/** Polls: their results so far, ending them, and asking a new question. */
@Named("deskPolls")
@RequestScoped
@NullUnmarked
public class DeskPollsPanel {
    private static final int MOST_OPTIONS = 12;

    @Inject
    DeskPage page;

    private String question = "";
    private String options = "";
    private boolean multiple;
    private boolean anonymous;

    /** The latest first. */
    public List<Row> getRows() {
        return page.view().polls().reversed().stream().map(DeskPollsPanel::row).toList();
    }

    private static Row row(Poll poll) {
        return new Row(
                poll.id(),
                poll.question(),
                poll.name(),
                poll.state().name().toLowerCase(Locale.ROOT),
                poll.state() == PollState.DRAFT,
                poll.state() == PollState.OPEN,
                poll.voters(),
                IntStream.range(0, poll.options().size())
                        .mapToObj(i -> new Option(
                                poll.options().get(i),
                                i < poll.votes().size() ? poll.votes().get(i) : 0))
                        .toList());
    }

    public int getCount() {
        return page.view().polls().size();
    }

    /** Asks everybody at once. */
    public void ask() {
        String id = UUID.randomUUID().toString();
        List<String> answers = options.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_OPTIONS)
                .toList();
        boolean saved = page.say(List.of(
                new PollMessages.PollSave(id, question.strip(), answers, multiple, anonymous),
                new PollMessages.PollOpen(id)));
        if (saved) {
            question = "";
            options = "";
        }
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(@Nullable String question) {
        this.question = question == null ? "" : question;
    }

    public String getOptions() {
        return options;
    }

    public void setOptions(@Nullable String options) {
        this.options = options == null ? "" : options;
    }

    public boolean isMultiple() {
        return multiple;
    }

    public void setMultiple(boolean multiple) {
        this.multiple = multiple;
    }

    public boolean isAnonymous() {
        return anonymous;
    }

    public void setAnonymous(boolean anonymous) {
        this.anonymous = anonymous;
    }

    /**
     * A poll.
     *
     * @param author name
     * @param state key of its text
     */
    public record Row(
            String id,
            String question,
            String author,
            String state,
            boolean draft,
            boolean open,
            int voters,
            List<Option> options) {}

    /** An answer, and how many chose it. */
    public record Option(String text, int votes) {}
}
