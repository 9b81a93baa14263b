package plenum.job.store;

import java.time.Duration;

/**
 * How fast one node works on jobs.
 *
 * @param atOnce most jobs that run at the same time
 * @param look how often due ones are looked for
 * @param heartbeat how often running ones are marked as alive; after four missed marks another node, or the next start, runs them again
 */
record Tempo(int atOnce, Duration look, Duration heartbeat) {
    static final int MISSED = 4;

    static Tempo of(int atOnce) {
        return new Tempo(atOnce, Duration.ofSeconds(1), Duration.ofSeconds(5));
    }
}
