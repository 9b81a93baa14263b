package plenum.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Recordings in memory. */
public final class FakeRecordings implements Recordings {
    public final Map<UUID, Recording> all = new LinkedHashMap<>();
    public final Map<UUID, List<Choice>> choices = new LinkedHashMap<>();
    public final Map<UUID, byte[]> rights = new LinkedHashMap<>();
    public boolean away;
    public final Map<UUID, Instant> ended = new LinkedHashMap<>();

    @Override
    public void begin(Recording recording) {
        all.put(recording.id(), recording);
    }

    @Override
    public void end(UUID recording, Instant at, boolean interrupted) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        ended.put(recording, at);
    }

    @Override
    public void choose(UUID recording, Choice choice, byte[] right) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        rights.put(choice.participant(), right);
        choices.computeIfAbsent(recording, id -> new ArrayList<>()).add(choice);
    }

    @Override
    public List<Kept> kept(UUID recording) {
        return choices(recording).stream()
                .map(choice -> new Kept(choice, rights.get(choice.participant())))
                .toList();
    }

    @Override
    public List<Choice> choices(UUID recording) {
        return choices.getOrDefault(recording, List.of());
    }

    @Override
    public Optional<Recording> find(UUID recording) {
        return Optional.ofNullable(all.get(recording));
    }

    @Override
    public List<Recording> of(UUID owner, int from, int most) {
        return all.values().stream()
                .filter(recording -> recording.owner().equals(owner))
                .toList();
    }

    @Override
    public int count(UUID owner) {
        return of(owner, 0, Integer.MAX_VALUE).size();
    }

    @Override
    public List<Recording> open() {
        return all.values().stream()
                .filter(recording -> !ended.containsKey(recording.id()))
                .toList();
    }

    @Override
    public List<Recording> open(UUID meeting) {
        return open().stream()
                .filter(recording -> recording.meeting().equals(meeting))
                .toList();
    }

    @Override
    public List<Recording> unfinished() {
        return List.of();
    }

    @Override
    public List<UUID> readyBefore(Instant time) {
        return List.of();
    }

    @Override
    public List<Recording> unnoticed(Instant endedBefore, int most) {
        return List.of();
    }

    @Override
    public List<Recording> noticed(Instant endedBefore, Instant toldBefore, int most) {
        return List.of();
    }

    @Override
    public void notice(UUID recording, Instant at) {
        // nothing gets old here
    }

    @Override
    public void become(UUID recording, Recording.State state, String trouble) {
        replace(recording, state, all.get(recording).film(), trouble);
    }

    @Override
    public void deliver(UUID recording, int edition, Recording.Film film, Instant at) {
        replace(recording, Recording.State.READY, Optional.of(film), "");
    }

    private void replace(UUID id, Recording.State state, Optional<Recording.Film> film, String trouble) {
        Recording old = all.get(id);
        all.put(
                id,
                new Recording(
                        id,
                        old.meeting(),
                        old.name(),
                        old.owner(),
                        old.by(),
                        old.startedAt(),
                        old.endedAt(),
                        state,
                        old.edition(),
                        film,
                        trouble,
                        old.place(),
                        old.interrupted()));
    }

    @Override
    public List<UUID> withdraw(UUID recording, UUID participant, Instant at) {
        return List.of();
    }

    @Override
    public Optional<Consented> byRight(byte[] right) {
        return Optional.empty();
    }

    @Override
    public void delete(UUID recording) {
        all.remove(recording);
    }
}
