package plenum.openid;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.Settings;
import plenum.platform.Settings.OpenIdProvider;

/** The providers of this server. */
@ApplicationScoped
@NullUnmarked
public class OpenIdProviders {
    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    private final Map<String, Entry> byId = new LinkedHashMap<>();

    /** A provider, and what talks to it. */
    record Entry(OpenIdProvider provider, OpenIdClient client) {}

    @PostConstruct
    void read() {
        for (OpenIdProvider provider : settings.services().accounts().providers()) {
            byId.put(provider.id(), new Entry(provider, new OpenIdClient(provider, clock)));
        }
    }

    List<OpenIdProvider> all() {
        return byId.values().stream().map(Entry::provider).toList();
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
