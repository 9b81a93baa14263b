package plenum.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.SecretToken;

/**
 * Where a guest without an account answers. The link's token comes in the fragment, which only the page's script reads, and is posted with each
 * form; a link that is unknown, and one whose event is gone, look the same.
 */
@Named
@RequestScoped
@NullUnmarked
public class AnswerPage {
    @Inject
    Calendars calendars;

    @Inject
    Planner planner;

    @Inject
    EventMeetings meetings;

    @Inject
    Replies replies;

    @Inject
    AttachmentAccess access;

    @Inject
    Hosts hosts;

    private String token = "";
    private String said = "";
    private String start = "";
    private String words = "";
    private String proposed = "";
    private boolean opened;

    public void open() {
        opened = true;
    }

    public void answer() {
        opened = true;
        Answer.parse(said).ifPresent(answer -> invitation().ifPresent(found -> planner.answer(found, answer)));
    }

    /** Another time of the same length, in the event's own zone. */
    public void propose() {
        opened = true;
        Optional<EventTime> time = event().flatMap(event -> at(event.time(), start));
        proposed = time.isPresent() ? "calendar.proposal.sent" : "calendar.time.bad";
        time.ifPresent(known -> invitation().ifPresent(found -> replies.propose(found, known, words)));
    }

    private static Optional<EventTime> at(EventTime old, String start) {
        try {
            LocalDateTime begin = LocalDateTime.parse(start);
            return Optional.of(new EventTime(begin, old.length(), old.zone(), false));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Calendars.Invitation> invitation() {
        return token.matches("[\\w-]{20,64}") ? calendars.invitation(new SecretToken(token)) : Optional.empty();
    }

    private Optional<Event> event() {
        return opened ? invitation().flatMap(invitation -> calendars.event(invitation.event())) : Optional.empty();
    }

    public boolean isOpened() {
        return opened;
    }

    public boolean isGone() {
        return opened && event().isEmpty();
    }

    /** Who invites. */
    public String getHost() {
        return event().map(hosts::name).orElse("");
    }

    public String getTitle() {
        return event().map(event -> event.details().title()).orElse("");
    }

    public String getTime() {
        return event().map(event -> EventWords.time(
                        event.time(),
                        FacesContext.getCurrentInstance().getViewRoot().getLocale(),
                        event.time().zone()))
                .orElse("");
    }

    public String getPlace() {
        return event().map(event -> event.details().place()).orElse("");
    }

    public String getDescription() {
        return event().map(event -> event.details().description()).orElse("");
    }

    public String getMeeting() {
        return event().flatMap(Event::meeting).map(meetings::address).orElse("");
    }

    public boolean isEncrypted() {
        return event().flatMap(Event::meeting).filter(meetings::isEncrypted).isPresent();
    }

    public List<Attachments.Attachment> getFiles() {
        return invitation().isPresent() ? access.of(new SecretToken(token)) : List.of();
    }

    /** What the guest said last, as the name of an {@link Answer}. */
    public String getAnswer() {
        return invitation()
                .flatMap(invitation -> event().stream()
                        .flatMap(event -> event.guests().stream())
                        .filter(guest -> guest.email().equals(invitation.guest()))
                        .map(guest -> guest.answer().name())
                        .findFirst())
                .orElse(Answer.NONE.name());
    }

    /** What came of a proposal: the key of a text; empty when there was none. */
    public String getProposed() {
        return proposed;
    }

    public String getStart() {
        return start.isEmpty()
                ? event().map(event -> event.time().start().toString()).orElse("")
                : start;
    }

    public void setStart(String start) {
        this.start = start == null ? "" : start;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words == null ? "" : words;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token == null ? "" : token;
    }

    public String getSaid() {
        return said;
    }

    public void setSaid(String said) {
        this.said = said;
    }

    /** @return the zone's name, for times of somebody whose own is not known */
    public ZoneId getZone() {
        return event().map(event -> event.time().zone()).orElse(ZoneId.of("UTC"));
    }
}
