package plenum.push;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.Settings;
import plenum.platform.SiteAddress;

/** The server's key for push services. There is none, and nothing is sent, when the operator lists no service or has set no secret. */
@ApplicationScoped
@NullUnmarked
public class PushKeys {
    @Inject
    Settings settings;

    @Inject
    SiteAddress site;

    private PushServices services;
    private Optional<Vapid> vapid;

    @PostConstruct
    void derive() {
        services = new PushServices(settings.services().push());
        vapid = services.areNone()
                ? Optional.empty()
                : settings.services().accounts().secret().map(secret -> new Vapid(secret, contact()));
    }

    /** An https address, which all services take, or where there is none the address that our mail comes from. */
    private String contact() {
        return site.base().startsWith("https:")
                ? site.base()
                : settings.services()
                        .smtp()
                        .map(smtp -> "mailto:" + smtp.sender())
                        .orElse(site.base());
    }

    public boolean isOn() {
        return vapid.isPresent();
    }

    /** What browsers subscribe with; empty when push is off. */
    public Optional<String> publicKey() {
        return vapid.map(Vapid::publicKey);
    }

    Optional<Vapid> vapid() {
        return vapid;
    }

    PushServices services() {
        return services;
    }

    /** SHA-256 of an address, which stands for it wherever it need not be known itself. */
    static byte[] hash(String endpoint) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(endpoint.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
