package plenum.mail.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.conference.Entry;
import plenum.job.Jobs;
import plenum.mail.Letter;
import plenum.mail.MailBoard;
import plenum.mail.MailOutbox;
import plenum.mail.MailTemplates;
import plenum.mail.Mails;
import plenum.mail.SendMail;

/** The outbox in PostgreSQL. A mail and the job that sends it are stored together. */
@ApplicationScoped
@Transactional
public class StoredMails implements MailOutbox, Mails, MailBoard {
    private static final int LONGEST_ERROR = 500;

    @PersistenceContext
    EntityManager entities;

    @Inject
    MailTemplates templates;

    @Inject
    Jobs jobs;

    @Inject
    InstantSource clock;

    @Override
    public void put(Letter letter) {
        UUID id = UUID.randomUUID();
        entities.persist(new MailRow(
                id,
                letter.to().text(),
                letter.language().getLanguage(),
                letter.kind(),
                templates.render(letter),
                clock.instant()));
        jobs.schedule(SendMail.KIND, id.toString(), id);
    }

    @Override
    public Optional<Waiting> waiting(UUID id) {
        return row(id).filter(row -> row.state == State.WAITING).map(MailRow::toWaiting);
    }

    @Override
    public void sent(UUID id) {
        row(id).ifPresent(row -> {
            row.attempts++;
            row.end(State.SENT, clock.instant(), null);
        });
    }

    @Override
    public void postponed(UUID id, String why) {
        row(id).ifPresent(row -> {
            row.attempts++;
            row.error = shortened(why);
        });
    }

    @Override
    public void failed(UUID id, String why) {
        row(id).ifPresent(row -> {
            row.attempts++;
            row.end(State.FAILED, clock.instant(), shortened(why));
        });
    }

    @Override
    public boolean bounced(UUID id, String why) {
        Optional<MailRow> found = row(id);
        found.ifPresent(row -> row.end(State.BOUNCED, clock.instant(), shortened(why)));
        return found.isPresent();
    }

    @Override
    public int forget(Instant before) {
        return entities.createQuery("delete from MailRow m where m.writtenAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    @Override
    public List<Entry> entries(State state, int first, int most) {
        return entities.createQuery(
                        "select m from MailRow m where m.state = :state order by m.writtenAt desc, m.id", MailRow.class)
                .setParameter("state", state)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultStream()
                .map(MailRow::toEntry)
                .toList();
    }

    @Override
    public long count(State state) {
        return entities.createQuery("select count(m) from MailRow m where m.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    @Override
    public List<Entry> to(String recipient) {
        return entities.createQuery(
                        "select m from MailRow m where m.recipient = :recipient order by m.writtenAt desc",
                        MailRow.class)
                .setParameter("recipient", recipient)
                .getResultStream()
                .map(MailRow::toEntry)
                .toList();
    }

    @Override
    public void forget(String recipient) {
        entities.createQuery("delete from MailRow m where m.recipient = :recipient")
                .setParameter("recipient", recipient)
                .executeUpdate();
    }

    private Optional<MailRow> row(UUID id) {
        return Optional.ofNullable(entities.find(MailRow.class, id));
    }

    private static String shortened(String why) {
        return why.substring(0, Math.min(why.length(), LONGEST_ERROR)).replace('\0', ' ');
    }
}
