package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("launcher")
class SupervisorTest {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<Process> processes = new ArrayList<>();
    private final FakePart part = new FakePart();
    private Instant now = Instant.EPOCH;
    private Runnable atEachLook = () -> {};
    private final Supervisor supervisor = new Supervisor(
            () -> now,
            stop -> {
                now = now.plus(LOOK);
                atEachLook.run();
            },
            new Console(new PrintStream(said), new PrintStream(said)));

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void returnsWhenThePartIsReady() {
        part.readyAfter = Duration.ofMillis(500);

        supervisor.start(part);

        assertThat(said.toString()).contains("Part is ready (0.5 s)");
    }

    @Test
    void failsWhenAPartDiesBeforeItWasEverReady() {
        part.readyAfter = Duration.ofDays(1);
        part.diesAtOnce = true;

        assertThatThrownBy(() -> supervisor.start(part))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Part has ended unexpectedly. Look here.");
    }

    @Test
    void failsWhenAPartIsNotReadyInTime() {
        part.readyAfter = Duration.ofDays(1);

        assertThatThrownBy(() -> supervisor.start(part)).hasMessageContaining("did not become ready within 10.0 s");
        assertThat(part.last.isAlive()).isFalse();
    }

    @Test
    void startsAgainAtOnceAfterADeath() {
        supervisor.start(part);
        part.last.kill();
        Instant death = now;

        runUntil(() -> part.starts.size() == 2);

        assertThat(Duration.between(death, part.starts.getLast())).isLessThanOrEqualTo(LOOK.multipliedBy(2));
    }

    @Test
    void startsEverSlowerWhatKeepsDying() {
        supervisor.start(part);
        part.diesAtOnce = true;
        part.last.kill();

        runUntil(() -> part.starts.size() == 12);

        List<Long> pauses = new ArrayList<>();
        for (int i = 2; i < part.starts.size(); i++) {
            pauses.add(
                    Duration.between(part.starts.get(i - 1), part.starts.get(i)).toMillis());
        }
        assertThat(pauses).isSorted();
        assertThat(pauses.getFirst()).isLessThan(1000);
        assertThat(pauses.getLast()).isBetween(30_000L, 31_000L);
    }

    @Test
    void replacesWhatNoLongerAnswers() {
        part.replacedWhenSilent = true;
        supervisor.start(part);
        ChildProcess silent = part.last;
        part.answers = false;

        runUntil(() -> part.starts.size() == 2);

        assertThat(silent.isAlive()).isFalse();
        assertThat(Duration.between(part.starts.getFirst(), part.starts.getLast()))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(said.toString()).contains("Part has not answered for 30.0 s; starting it again");
    }

    @Test
    void leavesAloneWhatAnswersNowAndThen() {
        part.replacedWhenSilent = true;
        supervisor.start(part);
        Instant end = now.plus(Duration.ofMinutes(5));

        runUntil(() -> {
            part.answers = now.getEpochSecond() % 20 < 7;
            return now.isAfter(end);
        });

        assertThat(part.starts).hasSize(1);
    }

    @Test
    void leavesAloneWhatAnswersWithoutBeingReady() {
        part.replacedWhenSilent = true;
        supervisor.start(part);
        Instant end = now.plus(Duration.ofMinutes(5));
        part.missesAnother = true;

        runUntil(() -> now.isAfter(end));

        assertThat(part.isReady()).isFalse();
        assertThat(part.starts).hasSize(1);
    }

    @Test
    void leavesAloneWhatStartsSlowly() {
        part.replacedWhenSilent = true;
        part.readyAfter = Duration.ofSeconds(9);
        supervisor.start(part);
        Instant end = now.plus(Duration.ofMinutes(5));
        part.last.kill();

        runUntil(() -> now.isAfter(end));

        assertThat(part.starts).hasSize(2);
    }

    @Test
    void leavesAloneWhatMayBeSilent() {
        supervisor.start(part);
        Instant end = now.plus(Duration.ofMinutes(5));
        part.answers = false;

        runUntil(() -> now.isAfter(end));

        assertThat(part.starts).hasSize(1);
    }

    @Test
    void endsThePartsInReverse() {
        FakePart second = new FakePart();
        supervisor.start(part);
        supervisor.start(second);

        supervisor.stopAll(Duration.ofSeconds(8));

        assertThat(part.last.isAlive()).isFalse();
        assertThat(second.last.isAlive()).isFalse();
    }

    private void runUntil(java.util.function.BooleanSupplier enough) {
        atEachLook = () -> {
            if (enough.getAsBoolean()) {
                supervisor.requestStop();
            }
        };
        supervisor.run();
    }

    /** Runs real processes that do nothing, so that deaths are real; time is not. */
    private final class FakePart implements Part {
        private final List<Instant> starts = new ArrayList<>();
        private Duration readyAfter = Duration.ZERO;
        private boolean diesAtOnce;
        private boolean answers = true;
        private boolean replacedWhenSilent;
        private boolean missesAnother;
        private ChildProcess last;

        @Override
        public String name() {
            return "Part";
        }

        @Override
        public ChildProcess start() {
            starts.add(now);
            try {
                Process process = new ProcessBuilder("sleep", "60").start();
                processes.add(process);
                last = new ChildProcess("part", process.toHandle());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            if (diesAtOnce) {
                last.kill();
            }
            return last;
        }

        @Override
        public boolean isReady() {
            return answers() && !missesAnother;
        }

        @Override
        public boolean answers() {
            return answers && !now.isBefore(starts.getLast().plus(readyAfter));
        }

        @Override
        public boolean isReplacedWhenSilent() {
            return replacedWhenSilent;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(10);
        }

        @Override
        public String advice() {
            return "Look here.";
        }
    }
}
