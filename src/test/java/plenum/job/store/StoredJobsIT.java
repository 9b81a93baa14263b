package plenum.job.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.job.Jobs;
import plenum.meeting.store.Schema;

/** Jobs in the container: they belong to the transaction that schedules them, and see the application. */
@Tag("job")
@ExtendWith(ArquillianExtension.class)
class StoredJobsIT {
    @Inject
    Jobs jobs;

    @Inject
    Worker worker;

    @Inject
    Schema schema;

    @Resource(lookup = "java:jboss/UserTransaction")
    UserTransaction transaction;

    @Deployment
    static WebArchive application() {
        return Deployments.application().addClass(Worker.class);
    }

    @BeforeEach
    void awaitSchema() {
        AwaitSchema.of(schema);
    }

    @Test
    void whatIsScheduledInATransactionBelongsToIt() throws Exception {
        transaction.begin();
        jobs.schedule(Worker.KIND, "rolled back", "rolled back");
        transaction.rollback();
        transaction.begin();
        jobs.schedule(Worker.KIND, "committed", "committed");
        assertTrue(worker.done().isEmpty());
        transaction.commit();
        assertEquals("committed", worker.done().poll(20, TimeUnit.SECONDS));
        assertEquals(null, worker.done().poll());
    }

    @Test
    void aJobFindsTheApplicationsClasses() throws Exception {
        jobs.schedule(Worker.KIND, "loader", "loader");
        assertEquals("loader", worker.done().poll(20, TimeUnit.SECONDS));
        assertEquals(Worker.class.getClassLoader(), worker.loader());
    }

    @ApplicationScoped
    public static class Worker implements Job<String> {
        static final JobKind<String> KIND = JobKind.ofText("test-container");

        private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
        private volatile ClassLoader loader;

        @Override
        public JobKind<String> kind() {
            return KIND;
        }

        @Override
        public void run(String data, JobRun run) {
            loader = Thread.currentThread().getContextClassLoader();
            done.add(data);
        }

        BlockingQueue<String> done() {
            return done;
        }

        ClassLoader loader() {
            return loader;
        }
    }
}
