package plenum.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Time, randomness, timers and settings for everything that is injected. */
@ApplicationScoped
class PlatformProducer {

    @Produces
    @Singleton
    Settings settings() {
        Config config = ConfigProvider.getConfig();
        String port = config.getOptionalValue("PLENUM_HTTP_PORT", String.class).orElse("8080");
        return new SettingsReader(name -> config.getOptionalValue(name, String.class), hostName() + ":" + port).read();
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
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

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
