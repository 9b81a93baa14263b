package plenum.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.platform.SchemaReady;
import plenum.platform.Timers;

/** Makes the one brand of the process, and has it read what is stored. */
@ApplicationScoped
class BrandAssembly {

    @Produces
    @Singleton
    Branding branding(BrandStore store) {
        return new Branding(store);
    }

    void start(@Observes SchemaReady ready, Branding branding, Timers timers) {
        branding.reread();
        timers.every(
                Branding.REREAD, () -> Thread.ofVirtual().name("plenum-brand").start(branding::reread));
    }
}
