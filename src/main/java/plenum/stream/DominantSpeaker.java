package plenum.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dominant speaker of a room, slowly enough that the layout does not change at a cough: a participant who begins to speak becomes
 * dominant after a moment, if nobody else is; a dominant speaker stays it through pauses, and against shorter or quieter interruptions.
 * Pure: time is a parameter.
 */
final class DominantSpeaker {
    /** Speech shorter than this is a cough. */
    static final Duration ONSET = Duration.ofMillis(500);
    /** A pause of the holder shorter than this is only a breath. */
    static final Duration PAUSE = Duration.ofMillis(1200);
    /** Speaking at the same time as the holder for this long, and not more quietly, takes the floor. */
    static final Duration INSISTENCE = Duration.ofSeconds(3);

    private final Map<String, Voice> speaking = new LinkedHashMap<>();
    private @Nullable String holder;
    private Instant holderSilentSince = Instant.MIN;

    void started(String participant, int level, Instant now) {
        Voice voice = speaking.get(participant);
        speaking.put(participant, new Voice(voice == null ? now : voice.since, level));
    }

    void stopped(String participant, Instant now) {
        if (speaking.remove(participant) != null && participant.equals(holder)) {
            holderSilentSince = now;
        }
    }

    void left(String participant) {
        speaking.remove(participant);
        if (participant.equals(holder)) {
            holder = null;
        }
    }

    boolean isSpeaking(String participant) {
        return speaking.containsKey(participant);
    }

    boolean isAnybodySpeaking() {
        return !speaking.isEmpty();
    }

    /** The dominant speaker now. To be asked again while anybody speaks. */
    Optional<String> at(Instant now) {
        for (Map.Entry<String, Voice> candidate : speaking.entrySet()) {
            if (!candidate.getKey().equals(holder) && takesTheFloor(candidate.getValue(), now)) {
                holder = candidate.getKey();
                break;
            }
        }
        return Optional.ofNullable(holder);
    }

    private boolean takesTheFloor(Voice voice, Instant now) {
        Duration spoken = Duration.between(voice.since, now);
        Voice rival = holder == null ? null : speaking.get(holder);
        if (rival != null) {
            return spoken.compareTo(INSISTENCE) >= 0 && voice.since.isAfter(rival.since) && voice.level >= rival.level;
        }
        boolean free = holder == null || !now.isBefore(holderSilentSince.plus(PAUSE));
        return free && spoken.compareTo(ONSET) >= 0;
    }

    private record Voice(Instant since, int level) {}
}
