package plenum.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Settings;
import plenum.platform.Settings.OpenIdProvider;

/**
 * The providers of this server: those of the configuration, which only the operator changes, and those that admins manage. A change is seen
 * by the next request, on every server of a database.
 */
@ApplicationScoped
@NullUnmarked
public class OpenIdProviders {
    private static final Logger log = LoggerFactory.getLogger(OpenIdProviders.class);

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    @Inject
    OpenIdBook book;

    private final Map<OpenIdProvider, OpenIdClient> clients = new ConcurrentHashMap<>();
    private volatile List<OpenIdBook.Entry> stored = List.of();

    /** A provider, and what talks to it. */
    record Entry(OpenIdProvider provider, OpenIdClient client) {}

    /**
     * One as the console shows it.
     *
     * @param configured whether it comes from the configuration, so that no admin can change it
     */
    public record Known(OpenIdProvider provider, boolean on, boolean configured) {
        /** Whether its secret can be read; if not, nobody can sign in by it. */
        public boolean isUsable() {
            return !provider.secret().isEmpty();
        }
    }

    /** Those of the configuration first; one that is stored under the same name does not count. */
    public List<Known> known() {
        List<OpenIdProvider> configured = settings.services().accounts().providers();
        List<Known> all = Stream.concat(
                        configured.stream().map(provider -> new Known(provider, true, true)),
                        stored().stream()
                                .filter(entry -> configured.stream().noneMatch(one -> one.id()
                                        .equals(entry.provider().id())))
                                .map(entry -> new Known(entry.provider(), entry.on(), false)))
                .toList();
        clients.keySet().retainAll(all.stream().map(Known::provider).toList());
        return all;
    }

    /** What was known stays while the database is away. */
    private List<OpenIdBook.Entry> stored() {
        try {
            stored = book.all();
        } catch (RuntimeException e) {
            log.warn("the providers cannot be read; what was known stays", e);
        }
        return stored;
    }

    /** By which people can sign in. */
    List<OpenIdProvider> all() {
        return known().stream()
                .filter(one -> one.on() && one.isUsable())
                .map(Known::provider)
                .toList();
    }

    Optional<Entry> find(String id) {
        return all().stream()
                .filter(provider -> provider.id().equals(id))
                .map(provider ->
                        new Entry(provider, clients.computeIfAbsent(provider, one -> new OpenIdClient(one, clock))))
                .findFirst();
    }
}
