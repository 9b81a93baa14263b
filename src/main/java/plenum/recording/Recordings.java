package plenum.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored recordings. Blocks on the database. */
public interface Recordings {
    void begin(Recording recording);

    /**
     * Does nothing for one that has ended.
     *
     * @param interrupted whether a failure of the server ended it
     */
    void end(UUID recording, Instant at, boolean interrupted);

    /** @param right hash of the secret by which they can take it back later */
    void choose(UUID recording, Choice choice, byte[] right);

    /**
     * What somebody said, with their right to take it back.
     *
     * @param right hash of a secret
     */
    record Kept(Choice choice, byte[] right) {}

    /** The answers of a recording with the rights that go with them. */
    List<Kept> kept(UUID recording);

    /** What somebody has a right to take back. */
    record Consented(UUID recording, Choice choice) {}

    /** @param right hash of a secret */
    Optional<Consented> byRight(byte[] right);

    List<Choice> choices(UUID recording);

    Optional<Recording> find(UUID recording);

    /** Those of an owner, the newest first. */
    List<Recording> of(UUID owner, int from, int most);

    int count(UUID owner);

    /** Those that have no end, although they may have been left behind by a process that died. */
    List<Recording> open();

    /** As above, of one meeting. */
    List<Recording> open(UUID meeting);

    /** Those whose film is not there or not the newest. */
    List<Recording> unfinished();

    /** Those that are ready since before a time: their tracks are not needed any more. */
    List<UUID> readyBefore(Instant time);

    /** Finished ones that ended before a time, and whose owner was not told that they will be deleted; at most so many. */
    List<Recording> unnoticed(Instant endedBefore, int most);

    /** Those whose owner was told before another time. */
    List<Recording> noticed(Instant endedBefore, Instant toldBefore, int most);

    /** Its owner was told. */
    void notice(UUID recording, Instant at);

    void become(UUID recording, Recording.State state, String trouble);

    void deliver(UUID recording, int edition, Recording.Film film, Instant at);

    /** Somebody takes back their consent, for all of their devices: as many editions more are needed. Answers who is to be left out; nobody when they have done so, or were not in it. */
    List<UUID> withdraw(UUID recording, UUID participant, Instant at);

    void delete(UUID recording);
}
