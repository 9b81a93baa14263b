package plenum.recording.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.platform.Settings;
import plenum.recording.Choice;
import plenum.recording.Recording;
import plenum.recording.RecordingDelivery;
import plenum.recording.Recordings;

/** Recordings in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredRecordings implements Recordings {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Settings settings;

    @Override
    public void begin(Recording recording) {
        RecordingRow row = new RecordingRow();
        row.id = recording.id();
        row.meetingId = recording.meeting();
        row.name = recording.name();
        row.ownerId = recording.owner();
        row.startedBy = recording.by();
        row.startedAt = recording.startedAt();
        row.state = recording.state();
        row.edition = recording.edition();
        row.trouble = "";
        row.node = settings.node();
        row.driveId = recording.place().map(RecordingDelivery.Place::drive).orElse(null);
        row.folderId =
                recording.place().flatMap(RecordingDelivery.Place::folder).orElse(null);
        entities.persist(row);
    }

    @Override
    public void end(UUID recording, Instant at, boolean interrupted) {
        row(recording).filter(row -> row.endedAt == null).ifPresent(row -> {
            row.endedAt = at;
            row.interrupted = interrupted;
            if (row.state == Recording.State.RECORDING) {
                row.state = Recording.State.MAKING;
            }
        });
    }

    @Override
    public void choose(UUID recording, Choice choice, byte[] right) {
        ChoiceRow row = new ChoiceRow();
        row.id = new ChoiceRow.Key(recording, choice.participant());
        row.name = choice.name();
        row.given = choice.given();
        row.assumed = choice.assumed();
        row.chosenAt = choice.at();
        row.withdrawnAt = choice.withdrawnAt().orElse(null);
        row.rightHash = right;
        entities.merge(row);
    }

    @Override
    public Optional<Consented> byRight(byte[] right) {
        return ofRight(right).stream().findFirst().map(row -> new Consented(row.id.recordingId(), row.choice()));
    }

    private List<ChoiceRow> ofRight(byte[] right) {
        return entities.createQuery(
                        "select c from ChoiceRow c where c.rightHash = :hash order by c.chosenAt", ChoiceRow.class)
                .setParameter("hash", right)
                .getResultList();
    }

    @Override
    public List<Choice> choices(UUID recording) {
        return entities
                .createQuery(
                        "select c from ChoiceRow c where c.id.recordingId = :id order by c.chosenAt", ChoiceRow.class)
                .setParameter("id", recording)
                .getResultList()
                .stream()
                .map(ChoiceRow::choice)
                .toList();
    }

    @Override
    public List<Kept> kept(UUID recording) {
        return entities
                .createQuery("select c from ChoiceRow c where c.id.recordingId = :id", ChoiceRow.class)
                .setParameter("id", recording)
                .getResultList()
                .stream()
                .map(row -> new Kept(row.choice(), row.rightHash == null ? new byte[0] : row.rightHash))
                .toList();
    }

    @Override
    public Optional<Recording> find(UUID recording) {
        return Optional.ofNullable(entities.find(RecordingRow.class, recording)).map(RecordingRow::recording);
    }

    @Override
    public List<Recording> of(UUID owner, int from, int most) {
        return entities
                .createQuery(
                        "select r from RecordingRow r where r.ownerId = :owner order by r.startedAt desc, r.id",
                        RecordingRow.class)
                .setParameter("owner", owner)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(RecordingRow::recording)
                .toList();
    }

    @Override
    public int count(UUID owner) {
        return entities.createQuery("select count(r) from RecordingRow r where r.ownerId = :owner", Long.class)
                .setParameter("owner", owner)
                .getSingleResult()
                .intValue();
    }

    @Override
    public List<Recording> open() {
        return entities
                .createQuery(
                        "select r from RecordingRow r where r.endedAt is null and r.node = :node", RecordingRow.class)
                .setParameter("node", settings.node())
                .getResultList()
                .stream()
                .map(RecordingRow::recording)
                .toList();
    }

    @Override
    public List<Recording> open(UUID meeting) {
        return entities
                .createQuery(
                        "select r from RecordingRow r where r.state = :state and r.endedAt is null"
                                + " and r.meetingId = :meeting and r.node = :node",
                        RecordingRow.class)
                .setParameter("state", Recording.State.RECORDING)
                .setParameter("meeting", meeting)
                .setParameter("node", settings.node())
                .getResultList()
                .stream()
                .map(RecordingRow::recording)
                .toList();
    }

    @Override
    public List<Recording> unfinished() {
        return entities
                .createQuery("select r from RecordingRow r where r.state in (:states)", RecordingRow.class)
                .setParameter("states", List.of(Recording.State.MAKING, Recording.State.DELIVERING))
                .getResultList()
                .stream()
                .map(RecordingRow::recording)
                .toList();
    }

    @Override
    public List<UUID> readyBefore(Instant time) {
        return entities.createQuery(
                        "select r.id from RecordingRow r where r.state in (:states) and r.deliveredAt < :time",
                        UUID.class)
                .setParameter("states", List.of(Recording.State.READY, Recording.State.EMPTY))
                .setParameter("time", time)
                .getResultList();
    }

    @Override
    public List<Recording> unnoticed(Instant endedBefore, int most) {
        return finished("r.noticedAt is null", endedBefore, most).getResultList().stream()
                .map(RecordingRow::recording)
                .toList();
    }

    @Override
    public List<Recording> noticed(Instant endedBefore, Instant toldBefore, int most) {
        return finished("r.noticedAt <= :told", endedBefore, most)
                .setParameter("told", toldBefore)
                .getResultList()
                .stream()
                .map(RecordingRow::recording)
                .toList();
    }

    private TypedQuery<RecordingRow> finished(String which, Instant endedBefore, int most) {
        return entities.createQuery(
                        "select r from RecordingRow r where r.state in (:states) and r.endedAt <= :ended and " + which
                                + " order by r.endedAt",
                        RecordingRow.class)
                .setParameter("states", List.of(Recording.State.READY, Recording.State.EMPTY))
                .setParameter("ended", endedBefore)
                .setMaxResults(most);
    }

    @Override
    public void notice(UUID recording, Instant at) {
        row(recording).ifPresent(row -> row.noticedAt = at);
    }

    @Override
    public void become(UUID recording, Recording.State state, String trouble) {
        row(recording).ifPresent(row -> {
            row.state = state;
            row.trouble = trouble;
        });
    }

    @Override
    public void deliver(UUID recording, int edition, Recording.Film film, Instant at) {
        row(recording).ifPresent(row -> {
            row.itemId = film.item();
            row.fileName = film.file();
            row.bytes = film.bytes();
            row.millis = film.millis();
            row.sha256 = film.sha256();
            row.chapters = film.chapters();
            row.gaps = film.gaps();
            row.deliveredAt = at;
            row.trouble = "";
            // somebody may have withdrawn meanwhile: another one is to be made
            row.state = row.edition == edition ? Recording.State.READY : Recording.State.MAKING;
        });
    }

    @Override
    public List<UUID> withdraw(UUID recording, UUID participant, Instant at) {
        Optional<RecordingRow> row = row(recording);
        ChoiceRow choice = entities.find(ChoiceRow.class, new ChoiceRow.Key(recording, participant));
        if (row.isEmpty() || choice == null) {
            return List.of();
        }
        List<ChoiceRow> all = (choice.rightHash == null ? List.of(choice) : ofRight(choice.rightHash))
                .stream().filter(each -> each.given && each.withdrawnAt == null).toList();
        for (ChoiceRow each : all) {
            each.withdrawnAt = at;
            row.get().edition++;
            row.get().state = Recording.State.MAKING;
        }
        return all.stream().map(each -> each.id.participantId()).toList();
    }

    @Override
    public void delete(UUID recording) {
        row(recording).ifPresent(entities::remove);
    }

    private Optional<RecordingRow> row(UUID recording) {
        return Optional.ofNullable(entities.find(RecordingRow.class, recording, LockModeType.PESSIMISTIC_WRITE));
    }
}
