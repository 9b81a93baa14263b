package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import plenum.platform.Settings;

/** The rows of the {@link FirewallSheet} for a page, as its reader reaches this server. */
@RequestScoped
class FirewallRows {
    @Inject
    Settings settings;

    @Inject
    HttpServletRequest request;

    List<FirewallSheet.Row> rows() {
        URI site = settings.publicUrl()
                .orElseGet(() -> URI.create(request.getRequestURL().toString()));
        return FirewallSheet.of(settings, site);
    }
}
