package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailOutbox;
import plenum.platform.Messages;
import plenum.platform.SecretToken;
import plenum.platform.Settings;
import plenum.platform.SiteAddress;

/**
 * Tells guests by mail that they are invited, that something changed, or that an event does not take place (RFC 5546). Each mail has a link by
 * which its reader answers without an account; in the caller's transaction.
 */
@ApplicationScoped
public class Invitations {
    @Inject
    MailOutbox outbox;

    @Inject
    Accounts accounts;

    @Inject
    Calendars calendars;

    @Inject
    EventMeetings meetings;

    @Inject
    SiteAddress site;

    @Inject
    Settings settings;

    @Inject
    RandomGenerator random;

    /** What guests are told. */
    enum News {
        INVITED("invited", "REQUEST"),
        CHANGED("changed", "REQUEST"),
        CANCELLED("cancelled", "CANCEL");

        private final String kind;
        private final String method;

        News(String kind, String method) {
            this.kind = kind;
            this.method = method;
        }
    }

    /** @param guests of the event, or no longer */
    void tell(News news, Event event, Account organiser, List<Guest> guests) {
        for (Guest guest : guests) {
            if (!guest.email().equals(organiser.email())) {
                outbox.put(letter(news, event, organiser, guest));
            }
        }
    }

    private Letter letter(News news, Event event, Account organiser, Guest guest) {
        Account reader = guest.account().flatMap(accounts::byId).orElse(organiser);
        Locale language = reader.language();
        MailAddress answersTo = settings.services()
                .replies()
                .map(mailbox -> new MailAddress(mailbox.address().toLowerCase(Locale.ROOT)))
                .orElse(organiser.email());
        String file = EventFile.write(
                List.of(event),
                Optional.of(news.method),
                new EventFile.Host(answersTo, organiser.name().text()),
                letters -> site.page("/m/" + letters));
        Optional<String> link = news == News.CANCELLED ? Optional.empty() : Optional.of(answerLink(event, guest));
        return new Letter(
                guest.email(),
                language,
                "event." + news.kind,
                values(event, organiser, language, reader.zone()),
                link,
                Optional.of(new Letter.EventPart(news.method, file, answersTo)));
    }

    private List<String> values(Event event, Account organiser, Locale language, ZoneId zone) {
        List<String> values = new ArrayList<>();
        values.add(organiser.name().text());
        values.add(event.details().title());
        values.add(EventWords.time(event.time(), language, zone));
        String where = Stream.concat(
                        Stream.of(event.details().place()).filter(place -> !place.isEmpty()),
                        event.meeting().stream().map(letters -> site.page("/m/" + letters)))
                .collect(Collectors.joining(" · "));
        String key = event.meeting().filter(meetings::isEncrypted).isPresent()
                ? " – " + Messages.in(language).getString("calendar.meeting.key.mail")
                : "";
        values.add(where.isEmpty() ? "–" : where + key);
        return values;
    }

    private String answerLink(Event event, Guest guest) {
        SecretToken token = SecretToken.draw(random);
        calendars.addLink(new Calendars.Invitation(event.id(), guest.email()), token.hash());
        return site.page("/answer#" + token.text());
    }
}
