package plenum.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.platform.SchemaReady;
import plenum.platform.Settings;
import plenum.platform.Timers;

/** Makes the one policy of the process, and has it read what is stored. */
@ApplicationScoped
class PolicyAssembly {

    @Produces
    @Singleton
    Policy policy(PolicyBook book, Settings settings) {
        return new Policy(book, settings);
    }

    /** Other servers that share the database change it, too. */
    void start(@Observes SchemaReady ready, Policy policy, Timers timers) {
        policy.reread();
        timers.every(
                Policy.REREAD, () -> Thread.ofVirtual().name("plenum-policy").start(policy::rereadInTurn));
    }
}
