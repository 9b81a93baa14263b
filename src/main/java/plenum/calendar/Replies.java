package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailOutbox;
import plenum.platform.SiteAddress;

/**
 * Takes answers that come by mail, and other times that guests propose by mail or on their page. An answer counts when its sender is the
 * attendee that it speaks for, who is invited to an event of that UID, which is random and known to those who are invited alone.
 */
@ApplicationScoped
@Transactional
public class Replies {
    @Inject
    Calendars calendars;

    @Inject
    SeriesPlanner series;

    @Inject
    Proposals proposals;

    @Inject
    Accounts accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    SiteAddress site;

    @Inject
    InstantSource clock;

    /** What came of it, for the log. */
    public enum Outcome {
        TAKEN,
        /** It is no answer that is understood. */
        NOT_UNDERSTOOD,
        /** The sender speaks for somebody else, or is not invited. */
        NOT_THEIRS,
        /** The event has changed since. */
        OUTDATED
    }

    /** @param sender of the mail, as its server has let it pass */
    public Outcome take(MailAddress sender, String text) {
        Optional<ReplyFile> read;
        try {
            read = ReplyFile.read(text, ZoneId.of("UTC"), clock.instant());
        } catch (DateTimeException e) {
            return Outcome.NOT_UNDERSTOOD;
        }
        if (read.isEmpty()) {
            return Outcome.NOT_UNDERSTOOD;
        }
        ReplyFile reply = read.get();
        List<Event> events = reply.from().equals(sender) ? meant(reply, sender) : List.of();
        if (events.isEmpty()) {
            return Outcome.NOT_THEIRS;
        }
        // somebody may have an event of the same UID in a calendar of theirs: each is answered
        List<Event> current = events.stream()
                .filter(event -> reply.sequence()
                        .filter(known -> known < event.sequence())
                        .isEmpty())
                .toList();
        current.forEach(event -> take(new Calendars.Invitation(event.id(), sender), event, reply));
        return current.isEmpty() ? Outcome.OUTDATED : Outcome.TAKEN;
    }

    /** Of a time of a series, the event that replaces it, if there is one. */
    private List<Event> meant(ReplyFile reply, MailAddress sender) {
        List<Event> all = calendars.invited(reply.uid(), sender).stream()
                .filter(reply::isAbout)
                .toList();
        List<Event> replacing =
                all.stream().filter(event -> event.instead().isPresent()).toList();
        return replacing.isEmpty() ? all : replacing;
    }

    private void take(Calendars.Invitation invitation, Event event, ReplyFile reply) {
        Optional<LocalDateTime> start = reply.start(event.time());
        if (reply.proposed().isPresent()) {
            propose(invitation, reply.proposed().get(), reply.words());
        } else if (start.isPresent() && event.instead().isEmpty()) {
            series.answer(invitation, start.get(), reply.attendee().answer());
        } else {
            calendars.answered(event.id(), invitation.guest(), reply.attendee().answer());
        }
    }

    /** Keeps another time, and tells the organiser. */
    public void propose(Calendars.Invitation invitation, EventTime time, String words) {
        String cut = words.strip().substring(0, Math.min(words.strip().length(), Proposals.LONGEST_WORDS));
        calendars.event(invitation.event()).ifPresent(event -> {
            proposals.keep(new Proposals.Proposal(event.id(), invitation.guest(), time, cut));
            calendars
                    .calendar(event.calendar())
                    .flatMap(calendar -> accounts.byId(calendar.owner()))
                    .ifPresent(owner -> outbox.put(letter(event, owner, invitation.guest(), time, cut)));
        });
    }

    private Letter letter(Event event, Account owner, MailAddress guest, EventTime time, String words) {
        return new Letter(
                owner.email(),
                owner.language(),
                "event.proposal",
                List.of(
                        guest.text(),
                        event.details().title(),
                        EventWords.time(time, owner.language(), owner.zone()),
                        words.isEmpty() ? "–" : words),
                Optional.of(site.page("/calendar")));
    }
}
