package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import plenum.account.Account;
import plenum.calendar.DatePoll.Vote;
import plenum.mail.MailAddress;
import plenum.platform.SecretToken;
import plenum.platform.SiteAddress;

/** Makes polls of dates, and an event of what comes out. Polls of others get {@link Planner.NotYoursException}. */
@ApplicationScoped
@Transactional
public class DatePolling {
    private static final int MOST = 100;

    @Inject
    DatePolls polls;

    @Inject
    CalendarShares shares;

    @Inject
    Planner planner;

    @Inject
    SiteAddress site;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    /** The link of a new poll, which is shown once; empty when there are too many. */
    public Optional<String> create(DatePoll poll) {
        if (polls.of(poll.owner()).size() >= MOST) {
            return Optional.empty();
        }
        SecretToken token = SecretToken.draw(random);
        polls.create(poll, token.hash());
        return Optional.of(link(token));
    }

    /** Another link; an older one is not valid any more. */
    public String renew(Account by, UUID poll) {
        SecretToken token = SecretToken.draw(random);
        polls.setToken(own(by, poll).id(), token.hash());
        return link(token);
    }

    private String link(SecretToken token) {
        return site.page("/date-poll#" + token.text());
    }

    public void delete(Account by, UUID poll) {
        polls.delete(own(by, poll).id());
    }

    /** Makes the event, and invites those who gave an address and can come then. A poll becomes an event once. */
    public Optional<Event> decide(Account by, UUID id, int option) {
        DatePoll poll = own(by, id);
        if (poll.event().isPresent() || option < 0 || option >= poll.starts().size()) {
            return Optional.empty();
        }
        UUID calendar = shares.seenBy(by).stream()
                .filter(SeenCalendar::personal)
                .map(seen -> seen.calendar().id())
                .findFirst()
                .orElseThrow(Planner.NotYoursException::new);
        UUID event = UUID.randomUUID();
        Event made = planner.save(
                by,
                new Event(
                        event,
                        calendar,
                        event.toString(),
                        new Event.Details(poll.title(), "", "", true, false, List.of()),
                        poll.time(option),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        guests(polls.votes(id), option),
                        0,
                        clock.instant()));
        polls.setEvent(id, event);
        return Optional.of(made);
    }

    private static List<Guest> guests(List<Vote> votes, int option) {
        Map<MailAddress, Guest> guests = new LinkedHashMap<>();
        votes.stream().filter(vote -> vote.answers().get(option) != Answer.NO).forEach(vote -> vote.email()
                .ifPresent(email ->
                        guests.putIfAbsent(email, new Guest(email, vote.name(), Optional.empty(), true, Answer.NONE))));
        return guests.values().stream().limit(Event.MOST_GUESTS).toList();
    }

    private DatePoll own(Account by, UUID id) {
        return polls.byId(id).filter(poll -> poll.owner().equals(by.id())).orElseThrow(Planner.NotYoursException::new);
    }
}
