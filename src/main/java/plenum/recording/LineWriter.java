package plenum.recording;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Mailbox;
import plenum.platform.Timers;

/** Writes lines in their order, without holding anybody up. What the disk does not take is tried again every second, for as long as its folder is there. */
final class LineWriter {
    private static final Logger log = LoggerFactory.getLogger(LineWriter.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final JsonLines file;
    private final Timers timers;
    private final Mailbox mailbox;
    private final List<String> waiting = new ArrayList<>();
    private boolean later;
    private volatile boolean trouble;

    LineWriter(JsonLines file, Timers timers, Executor threads) {
        this.file = file;
        this.timers = timers;
        this.mailbox = new Mailbox("lines of a recording", threads);
    }

    void add(Map<String, Object> line) {
        String text = JsonLines.text(line);
        mailbox.post(() -> {
            waiting.add(text);
            write();
        });
    }

    /** Whether something is not written yet because the disk does not take it. */
    boolean isInTrouble() {
        return trouble;
    }

    private void write() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            file.write(waiting);
            waiting.clear();
            trouble = false;
        } catch (UncheckedIOException e) {
            if (!trouble) {
                log.warn("lines of a recording cannot be written: {}", e.getMessage());
            }
            trouble = true;
            tryLater();
        }
    }

    private void tryLater() {
        if (!later && file.hasFolder()) {
            later = true;
            timers.after(
                    AGAIN,
                    () -> mailbox.post(() -> {
                        later = false;
                        write();
                    }));
        }
    }
}
