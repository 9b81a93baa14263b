package plenum.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import plenum.account.AfterSignOut;
import plenum.platform.SiteAddress;

/** Whoever was signed in by a provider is signed out there, too. */
@ApplicationScoped
public class OpenIdSignOut implements AfterSignOut {
    @Inject
    OpenIdLinks links;

    @Inject
    OpenIdProviders providers;

    @Inject
    SiteAddress site;

    @Override
    public Optional<URI> goOn(UUID session) {
        return links.of(session)
                .flatMap(there -> providers.find(there.provider()).flatMap(entry -> entry.client()
                        .logout(there.token(), URI.create(site.page("/")))));
    }
}
