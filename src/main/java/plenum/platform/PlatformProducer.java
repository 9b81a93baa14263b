package plenum.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Produces clock, randomness, timers and settings for injection. */
@ApplicationScoped
class PlatformProducer {
    private volatile String contextPath = "";

    @Produces
    @Singleton
    Settings settings() {
        Config config = ConfigProvider.getConfig();
        String port = httpPort(config);
        return new SettingsReader(name -> config.getOptionalValue(name, String.class), hostName() + ":" + port).read();
    }

    /** Before whatever else begins with the application: some of it writes links, and no request tells it the path then. */
    void begin(@Observes @Priority(1) @Initialized(ApplicationScoped.class) ServletContext application) {
        contextPath = application.getContextPath();
    }

    /** Without a public URL, links lead to this machine: right for whoever tries Plenum on it. */
    @Produces
    @Singleton
    SiteAddress site(Settings settings) {
        String server = settings.publicUrl()
                .map(url -> url.toString().replaceAll("/$", ""))
                .orElseGet(() -> "http://localhost:" + httpPort(ConfigProvider.getConfig()));
        return new SiteAddress(server + contextPath);
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }

    /** One for the whole process. */
    @Produces
    @Singleton
    HashingSlots hashing() {
        return HashingSlots.ofThisMachine();
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Timers timers() {
        return new ThreadTimers();
    }

    void close(@Disposes Timers timers) {
        if (timers instanceof ThreadTimers threadTimers) {
            threadTimers.close();
        }
    }

    private static String httpPort(Config config) {
        return config.getOptionalValue("PLENUM_HTTP_PORT", String.class).orElse("8080");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
