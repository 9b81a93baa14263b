package plenum.composer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.composer.ffmpeg.Ffmpeg;
import plenum.composer.ffmpeg.Maker;
import plenum.composer.ffmpeg.Programs;

/** The composer's process. Exit codes: 1 when the folder cannot be used or another composer has it, 2 for a bad setting. */
public final class ComposerMain {
    private static final Logger log = LoggerFactory.getLogger(ComposerMain.class);

    private ComposerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        ComposerSettings settings;
        try {
            settings = ComposerSettings.of(System.getenv());
        } catch (IllegalArgumentException e) {
            log.error(e.getMessage());
            System.exit(2);
            return;
        }
        try {
            Path folder = Files.createDirectories(settings.recordings());
            try (FileChannel file = FileChannel.open(
                            folder.resolve(".composer.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.tryLock()) {
                if (lock == null) {
                    log.error("another composer works in {}", folder);
                    System.exit(1);
                }
                work(settings);
            }
        } catch (IOException | UncheckedIOException e) {
            log.error("the composer cannot work: {}", e.getMessage());
            System.exit(1);
        }
    }

    private static void work(ComposerSettings settings) throws IOException, InterruptedException {
        Ffmpeg ffmpeg = Programs.ffmpeg(settings.programs(), settings.ffmpeg(), settings.encoder());
        Maker maker = new Maker(ffmpeg, Programs.font(settings.programs(), settings.font()), settings.rate());
        try (Workshop workshop = new Workshop(settings.recordings(), maker, InstantSource.system(), settings.jobs())) {
            log.info("the composer looks into {}", settings.recordings());
            workshop.run();
        }
    }
}
