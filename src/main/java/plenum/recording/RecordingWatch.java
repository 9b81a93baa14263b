package plenum.recording;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.conference.Conference;
import plenum.platform.Timers.Timer;
import plenum.protocol.RecordingMessages.RecordingChoice;
import plenum.protocol.RecordingMessages.RecordingHealth;

/** Looks again and again how one recording goes, and tells the moderators. Belongs to the conference's mailbox. */
final class RecordingWatch {
    static final Duration LOOK = Duration.ofSeconds(1);
    /** Recorders write several times a second. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);
    /** The composer shows that it is there several times a second. */
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(3);

    private static final int LOOKS_BETWEEN_KEY_FRAMES = 10;
    private static final int LOOKS_BETWEEN_FIGURES = 2;
    /** Whoever publishes anew is without a track for a moment. */
    private static final int MOST_IDLE_LOOKS = 2;

    private static final int MEGABYTE = 1 << 20;

    private final Conference conference;
    private final RecordingServices around;
    private final Take take;
    private final Consents consents;
    private @Nullable Timer looking;
    private boolean troubled;
    private boolean over;
    private int looks;
    private int idle;

    RecordingWatch(Conference conference, RecordingServices around, Take take, Consents consents) {
        this.conference = conference;
        this.around = around;
        this.take = take;
        this.consents = consents;
    }

    /** What is on the disk, and what the composer says. */
    private record Look(
            RecordingFolder.Written written, Optional<RecordingFolder.Progress> progress, long composerAt) {}

    /** Asks for key frames now and then, too: a chunk of the film is decoded from one on. */
    void begin() {
        looking = conference.later(LOOK, () -> {
            if (over) {
                return;
            }
            if (++looks % LOOKS_BETWEEN_KEY_FRAMES == 0) {
                take.refresh();
            }
            consents.storeAgain();
            around.threads().execute(() -> {
                RecordingFolder folder = take.folder();
                Look look = new Look(folder.written(), folder.progress(), folder.composerSeen());
                conference.post(() -> tell(look));
            });
            begin();
        });
    }

    void end() {
        over = true;
        if (looking != null) {
            looking.cancel();
        }
    }

    private void tell(Look look) {
        if (over) {
            return;
        }
        take.goOn(look.written.room());
        long now = around.clock().millis();
        long length = now - take.startedAt().toEpochMilli();
        long composed = look.progress.map(RecordingFolder.Progress::composed).orElse(0L);
        String words = look.progress.map(RecordingFolder.Progress::trouble).orElse("");
        long silent = take.isWriting() ? now - Math.max(look.written.last(), take.lastTrackAt()) : 0;
        boolean composing =
                now - Math.max(look.composerAt, take.startedAt().toEpochMilli()) <= LONGEST_ABSENCE.toMillis();
        idle = take.isIdle() ? idle + 1 : 0;
        boolean trouble = take.isInTrouble()
                || idle >= MOST_IDLE_LOOKS
                || consents.isBehind()
                || !composing
                || !words.isEmpty()
                || look.written.room() < Take.LEAST_ROOM
                || silent > LONGEST_SILENCE.toMillis();
        // trouble is told at once, figures now and then
        if (trouble == troubled && looks % LOOKS_BETWEEN_FIGURES != 0) {
            return;
        }
        troubled = trouble;
        RecordingHealth health = new RecordingHealth(
                (int) (look.written.bytes() / MEGABYTE),
                (int) (Math.max(0, length - composed) / 1000),
                (int) (Math.max(0, silent) / 1000),
                (int) (look.written.room() / MEGABYTE),
                trouble,
                composing,
                take.counted(RecordingChoice.GIVEN),
                take.counted(RecordingChoice.DECLINED));
        conference.people().moderators().forEach(moderator -> moderator.send(health));
    }
}
