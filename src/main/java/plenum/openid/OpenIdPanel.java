package plenum.openid;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.Settings.OpenIdProvider;

/** On the page to sign in: other servers that can prove who somebody is. */
@Named
@RequestScoped
@NullUnmarked
public class OpenIdPanel {
    @Inject
    OpenIdProviders providers;

    private List<OpenIdProvider> all;

    /** Read once for each page. */
    public List<OpenIdProvider> getProviders() {
        if (all == null) {
            all = providers.all();
        }
        return all;
    }
}
