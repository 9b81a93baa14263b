package plenum.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.platform.Messages;
import plenum.policy.KeptKind;
import plenum.policy.Policy;

/** One recording of its owner's: the film, its receipt, and who is in it. */
@Named
@RequestScoped
@NullUnmarked
public class WatchPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    MyRecordings mine;

    @Inject
    Recordings recordings;

    @Inject
    Replay replay;

    @Inject
    Policy policy;

    @Inject
    InstantSource clock;

    private Optional<Recording> found;
    private List<Replay.Line> chat;

    /** There is no page about what is not there or somebody else's. */
    public void require() {
        if (recording().isEmpty()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            try {
                faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            faces.responseComplete();
        }
    }

    private Optional<Recording> recording() {
        if (found == null) {
            found = mine.find(owner(), RecordingIds.parse(request.getParameter("id"), 0));
        }
        return found;
    }

    private Account owner() {
        return user.person().account();
    }

    public RecordingRowView getRow() {
        return recording()
                .map(recording -> RecordingRowView.of(recording, mine.hasFilm(recording), owner(), language()))
                .orElse(null);
    }

    /** Id of the film's file, if it can be shared; empty if not. */
    public String getShareable() {
        return recording()
                .flatMap(recording -> mine.shareable(owner(), recording))
                .map(UUID::toString)
                .orElse("");
    }

    /** When it is deleted because of its age, in the words of the reader; empty for never. */
    public String getEnd() {
        Instant now = clock.instant();
        FilmAge age = new FilmAge(policy.kept(KeptKind.RECORDINGS));
        return recording()
                .flatMap(recording -> age.endOf(recording, now))
                .map(end -> Receipts.date(end, owner(), language()))
                .orElse("");
    }

    public String getChecksum() {
        return film().map(Recording.Film::sha256).orElse("");
    }

    public List<String> getGaps() {
        return recording()
                .flatMap(recording -> recording
                        .film()
                        .map(film -> Receipts.gaps(recording, film, choices(), Messages.in(language()), language())))
                .orElse(List.of());
    }

    /** Each with its time in seconds, for the player. */
    public List<Chapter> getChapters() {
        List<Chapter> chapters = new ArrayList<>();
        try {
            for (JsonNode chapter :
                    JSON.readTree(film().map(Recording.Film::chapters).orElse("[]"))) {
                long at = chapter.path("at").asLong();
                chapters.add(new Chapter(
                        Long.toString(at / 1000),
                        Receipts.length(at),
                        chapter.path("title").asText()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("chapters that we wrote ourselves", e);
        }
        return chapters;
    }

    /** What was written meanwhile, by those who are in the film. */
    public List<Replay.Line> getChat() {
        if (chat == null) {
            chat = recording()
                    .filter(recording -> recording.film().isPresent())
                    .map(replay::of)
                    .orElse(List.of());
        }
        return chat;
    }

    public List<Person> getPeople() {
        boolean changeable = isChangeable();
        return choices().stream()
                .map(choice -> new Person(
                        choice.participant().toString(),
                        choice.name(),
                        said(choice),
                        changeable && choice.given() && choice.withdrawnAt().isEmpty()))
                .toList();
    }

    private static String said(Choice choice) {
        if (choice.withdrawnAt().isPresent()) {
            return "withdrawn";
        }
        return choice.given() ? choice.assumed() ? "assumed" : "given" : "declined";
    }

    public boolean isChangeable() {
        return recording().filter(mine::canChange).isPresent();
    }

    /** Whom a button is about comes with it. */
    public void withdraw() {
        Optional<UUID> participant = RecordingIds.parse(request.getParameter("participant"), 0);
        recording().ifPresent(recording -> participant.ifPresent(person -> mine.withdraw(owner(), recording, person)));
        go("/recordings/watch?id="
                + recording().map(Recording::id).map(UUID::toString).orElse(""));
    }

    public void delete() {
        recording().ifPresent(recording -> mine.delete(owner(), recording));
        go("/recordings");
    }

    private void go(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(request.getContextPath() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private Optional<Recording.Film> film() {
        return recording().flatMap(Recording::film);
    }

    private List<Choice> choices() {
        return recording().map(recording -> recordings.choices(recording.id())).orElse(List.of());
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    /** @param seconds where it begins */
    public record Chapter(String seconds, String at, String title) {}

    /**
     * Somebody who was asked.
     *
     * @param said last part of the key of the text that says what they answered
     * @param removable whether they are in the film and can be taken out of it
     */
    public record Person(String id, String name, String said, boolean removable) {}
}
