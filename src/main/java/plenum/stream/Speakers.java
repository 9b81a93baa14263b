package plenum.stream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import plenum.platform.Timers;

/** Who speaks in one room, who spoke last, and the dominant speaker. */
final class Speakers {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int REMEMBERED = 16;

    private final DominantSpeaker floor = new DominantSpeaker();
    private final List<String> recent = new ArrayList<>();
    private final InstantSource clock;
    private final Timers timers;
    private final Executor mailbox;
    private final Listener listener;
    private Optional<String> dominant = Optional.empty();
    private Timers.@Nullable Timer looking;

    Speakers(InstantSource clock, Timers timers, Executor mailbox, Listener listener) {
        this.clock = clock;
        this.timers = timers;
        this.mailbox = mailbox;
        this.listener = listener;
    }

    /** Is told of speech. */
    interface Listener {
        void speaking(String participant, boolean speaking);

        void dominantSpeaker(Optional<String> participant);
    }

    void heard(String participant, boolean speaking, int level) {
        boolean before = floor.isSpeaking(participant);
        if (speaking) {
            floor.started(participant, level, clock.instant());
            recent.remove(participant);
            recent.addFirst(participant);
            if (recent.size() > REMEMBERED) {
                recent.removeLast();
            }
        } else {
            floor.stopped(participant, clock.instant());
        }
        if (speaking != before) {
            listener.speaking(participant, speaking);
        }
        look();
    }

    void left(String participant) {
        floor.left(participant);
        recent.remove(participant);
        look();
    }

    /** The latest to speak first. */
    List<String> recent() {
        return recent;
    }

    Optional<String> dominant() {
        return dominant;
    }

    boolean isSpeaking(String participant) {
        return floor.isSpeaking(participant);
    }

    private void look() {
        Optional<String> now = floor.at(clock.instant());
        if (!now.equals(dominant)) {
            dominant = now;
            listener.dominantSpeaker(now);
        }
        if (floor.isAnybodySpeaking() && looking == null) {
            looking = timers.after(
                    LOOK,
                    () -> mailbox.execute(() -> {
                        looking = null;
                        look();
                    }));
        }
    }
}
