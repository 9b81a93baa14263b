package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.calendar.Answer;
import plenum.calendar.DatePoll;
import plenum.calendar.DatePoll.Vote;
import plenum.calendar.DatePolls;
import plenum.mail.MailAddress;
import plenum.platform.SecretToken;

/** Polls of dates in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredDatePolls implements DatePolls {
    private static final String SELECT = """
        select id, account_id, title, length_seconds, zone, array_to_string(starts, ',') as begins, event_id from calendar_date_poll
        """;

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public void create(DatePoll poll, byte[] tokenHash) {
        entities.createNativeQuery("""
            insert into calendar_date_poll (id, account_id, title, length_seconds, zone, starts, token_hash, ends_at)
            values (:id, :account, :title, :length, :zone, cast(string_to_array(:starts, ',') as timestamp[]), :hash, :end)\
            """)
                .setParameter("id", poll.id())
                .setParameter("account", poll.owner())
                .setParameter("title", poll.title())
                .setParameter("length", poll.length().toSeconds())
                .setParameter("zone", poll.zone().getId())
                .setParameter(
                        "starts",
                        poll.starts().stream().map(LocalDateTime::toString).collect(Collectors.joining(",")))
                .setParameter("hash", tokenHash)
                .setParameter("end", poll.end())
                .executeUpdate();
    }

    @Override
    public List<DatePoll> of(UUID account) {
        return polls(query(SELECT + "where account_id = :account order by ends_at desc, id")
                        .setParameter("account", account))
                .toList();
    }

    @Override
    public Optional<DatePoll> byId(UUID id) {
        return polls(query(SELECT + "where id = :id").setParameter("id", id)).findFirst();
    }

    @Override
    public Optional<DatePoll> byToken(SecretToken token) {
        return polls(query(SELECT + "where token_hash = :hash").setParameter("hash", token.hash()))
                .findFirst();
    }

    private Query query(String text) {
        return entities.createNativeQuery(text);
    }

    private static Stream<DatePoll> polls(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new DatePoll(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        Duration.ofSeconds(((Number) row[3]).longValue()),
                        ZoneId.of((String) row[4]),
                        Arrays.stream(((String) row[5]).split(",", -1))
                                .map(text -> LocalDateTime.parse(text.replace(' ', 'T')))
                                .toList(),
                        Optional.ofNullable((UUID) row[6])));
    }

    @Override
    public void setToken(UUID id, byte[] tokenHash) {
        query("update calendar_date_poll set token_hash = :hash where id = :id")
                .setParameter("hash", tokenHash)
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public List<Vote> votes(UUID poll) {
        List<?> rows = query("""
            select name, email, array_to_string(answers, ',') as said from calendar_date_vote where poll_id = :poll order by lower(name), made_at\
            """).setParameter("poll", poll).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Vote(
                        (String) row[0],
                        Optional.ofNullable((String) row[1]).map(MailAddress::new),
                        Arrays.stream(((String) row[2]).split(",", -1))
                                .map(Answer::valueOf)
                                .toList()))
                .toList();
    }

    @Override
    public boolean vote(UUID poll, byte[] voterHash, Vote vote) {
        query("select id from calendar_date_poll where id = :poll for no key update")
                .setParameter("poll", poll)
                .getResultList();
        return query("""
            insert into calendar_date_vote (poll_id, voter_hash, name, email, answers, made_at)
            select :poll, :voter, :name, cast(:email as text), string_to_array(:answers, ','), :now
            where (select count(*) from calendar_date_vote where poll_id = :poll and voter_hash <> :voter) < :most
            on conflict (poll_id, voter_hash) do update set name = excluded.name, email = excluded.email,
                answers = excluded.answers, made_at = excluded.made_at\
            """)
                        .setParameter("poll", poll)
                        .setParameter("voter", voterHash)
                        .setParameter("name", vote.name())
                        .setParameter(
                                "email", vote.email().map(MailAddress::text).orElse(null))
                        .setParameter(
                                "answers",
                                vote.answers().stream().map(Answer::name).collect(Collectors.joining(",")))
                        .setParameter("now", clock.instant())
                        .setParameter("most", DatePoll.MOST_VOTES)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void setEvent(UUID poll, UUID event) {
        entities.flush();
        query("update calendar_date_poll set event_id = :event where id = :id")
                .setParameter("event", event)
                .setParameter("id", poll)
                .executeUpdate();
    }

    @Override
    public void delete(UUID poll) {
        query("delete from calendar_date_poll where id = :id")
                .setParameter("id", poll)
                .executeUpdate();
    }

    @Override
    public int forget(Instant before) {
        return query("delete from calendar_date_poll where ends_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
