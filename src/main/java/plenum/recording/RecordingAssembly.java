package plenum.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes what the conferences, the pages and the servlets of recordings share. */
@ApplicationScoped
class RecordingAssembly {

    @Produces
    @Singleton
    RecordingTickets tickets(RandomGenerator random, InstantSource clock) {
        return new RecordingTickets(random, clock);
    }

    @Produces
    @Singleton
    LiveRecordings live() {
        return new LiveRecordings();
    }
}
