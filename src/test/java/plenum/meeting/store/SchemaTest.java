package plenum.meeting.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import plenum.conference.FakeTimers;
import plenum.meeting.store.Migrations.Outcome;

@Tag("meeting")
class SchemaTest {
    private static final Outcome AWAY = new Outcome.Unreachable(new IllegalStateException("connection refused"));
    private static final Outcome FAILED = new Outcome.Failed(new IllegalStateException("no space left"));

    private final FakeTimers time = new FakeTimers();
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger announced = new AtomicInteger();
    private final Schema schema = new Schema() {
        @Override
        void announce() {
            announced.incrementAndGet();
        }
    };
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Schema.class);

    @BeforeEach
    void listen() {
        schema.timers = time;
        schema.threads = Runnable::run;
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    @Test
    void aSchemaThatDoesNotFitIsNamedOnceAndLeftAlone() {
        begin(new Outcome.Unfit("V900 (unknown to this version)"));
        time.pass(Duration.ofHours(1));
        assertThat(runs).hasValue(1);
        assertThat(said())
                .singleElement()
                .asString()
                .contains("does not fit", "V900")
                .doesNotContain("PLENUM_DB_URL");
        assertThat(schema.isUsable()).isFalse();
        assertThat(announced).hasValue(0);
    }

    @Test
    void aDatabaseThatIsAwayIsTriedAgainUntilItIsThere() {
        begin(AWAY, AWAY, new Outcome.Current(3));
        time.pass(Schema.RETRY);
        time.pass(Schema.RETRY);
        assertThat(said()).hasSize(2);
        assertThat(said().getFirst()).contains("PLENUM_DB_URL");
        assertThat(said().getLast()).contains("ready", "3");
        time.pass(Duration.ofHours(1));
        assertThat(runs).hasValue(3);
        assertThat(announced).as("jobs begin once the tables are there").hasValue(1);
    }

    @Test
    void aMigrationThatFailsIsNoMatterOfTheAddress() {
        begin(AWAY, FAILED, FAILED, FAILED);
        time.pass(Schema.RETRY);
        time.pass(Schema.RETRY_FAILED);
        time.pass(Schema.RETRY_FAILED);
        assertThat(runs).hasValue(4);
        assertThat(said()).hasSize(2);
        assertThat(said().getLast()).contains("cannot be brought up to date").doesNotContain("PLENUM_DB_URL");
    }

    private void begin(Outcome... outcomes) {
        schema.migrate(() -> outcomes[runs.getAndIncrement()]);
    }

    private List<String> said() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
