package plenum.brand;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The brand in memory, as pages ask for it: a change on this server is seen on the next page, one of another server after {@link #REREAD}. Thread-safe;
 * asking does not block, changing does.
 */
public final class Branding {
    public static final Duration REREAD = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(Branding.class);

    private final BrandStore store;
    private volatile Brand brand = Brand.standard();
    private volatile Optional<Logo> logo = Optional.empty();

    public Branding(BrandStore store) {
        this.store = store;
    }

    /** What was known stays when that fails. */
    public void reread() {
        try {
            Brand read = store.read();
            if (!read.logo().equals(brand.logo())) {
                logo = store.logo();
            }
            brand = read;
        } catch (RuntimeException e) {
            log.warn("the brand cannot be read; what was known stays, and it is tried again", e);
        }
    }

    public Brand brand() {
        return brand;
    }

    public Optional<Logo> logo() {
        return logo;
    }

    public void set(Brand changed) {
        store.save(changed);
        reread();
    }

    public void setLogo(Optional<Logo> changed) {
        store.saveLogo(changed);
        reread();
    }
}
