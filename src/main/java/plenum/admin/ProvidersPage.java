package plenum.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.openid.OpenIdBook;
import plenum.openid.OpenIdProviders;
import plenum.openid.OpenIdProviders.Known;
import plenum.platform.Settings;
import plenum.platform.Settings.OpenIdProvider;
import plenum.platform.SiteAddress;

/** How people sign in: who may register, and which other servers prove who somebody is. */
@Named
@ViewScoped
@NullUnmarked
public class ProvidersPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OpenIdProviders providers;

    @Inject
    transient OpenIdBook book;

    @Inject
    transient SiteAddress site;

    @Inject
    transient Settings settings;

    private boolean editing;
    private boolean fresh;
    private String id = "";
    private String label = "";
    private String issuer = "";
    private String client = "";
    private transient String secret = "";
    private String scopes = "";
    private String groups = "";
    private String admins = "";
    private String externals = "";
    private transient List<String> found = List.of();
    private transient String tested = "";

    public List<Known> getAll() {
        return providers.known();
    }

    /** Whether secrets can be kept. */
    public boolean isPossible() {
        return book.canKeep();
    }

    public void add() {
        fill(new OpenIdProvider("", "", "", "", "", List.of(), "groups", Optional.empty(), Optional.empty()));
        fresh = true;
    }

    public void edit(Known known) {
        fill(known.provider());
        fresh = false;
    }

    private void fill(OpenIdProvider provider) {
        id = provider.id();
        label = provider.label();
        issuer = provider.issuer();
        client = provider.client();
        secret = "";
        scopes = String.join(" ", provider.scopes());
        groups = provider.groupsClaim();
        admins = provider.admins().orElse("");
        externals = provider.externals().orElse("");
        found = List.of();
        editing = true;
    }

    public void save() {
        Map<String, String> values = Map.of(
                "provider", given(id),
                "label", given(label),
                "issuer", given(issuer),
                "client", given(client),
                "secret", given(secret),
                "scopes", given(scopes),
                "groups", given(groups),
                "admins", given(admins),
                "externals", given(externals));
        if (perform("openid-set", values)) {
            editing = false;
        }
        secret = "";
    }

    public void close() {
        editing = false;
    }

    public void turn(Known known) {
        perform("openid-switch", Map.of("provider", known.provider().id(), "on", known.on() ? "off" : "on"));
    }

    public void remove(Known known) {
        perform("openid-remove", Map.of("provider", known.provider().id()));
        found = List.of();
    }

    public void test(Known known) {
        found = List.of();
        tested = known.provider().label();
        perform(
                "openid-test",
                Map.of("provider", known.provider().id()),
                done -> found = done.output().orElse("").lines().toList());
    }

    /** What the last test found, one thing a line; those that are good begin with a plus sign. */
    public List<String> getFound() {
        return found == null ? List.of() : found;
    }

    public String getTested() {
        return given(tested);
    }

    /** Where every provider sends browsers back to. */
    public String getCallback() {
        return site.page("/openid/callback");
    }

    /** Where a provider tells who was signed out there. */
    public String getLogout() {
        return site.page("/openid/" + given(id) + "/back-channel-logout");
    }

    public String getRegistration() {
        return settings.services().accounts().registration().name();
    }

    public String getDomains() {
        return String.join(", ", settings.services().accounts().domains());
    }

    /** What the button says by which the container is asked; empty: there is none. */
    public String getContainer() {
        return settings.services()
                .accounts()
                .container()
                .map(Settings.Container::label)
                .orElse("");
    }

    public boolean isEditing() {
        return editing;
    }

    public boolean isFresh() {
        return fresh;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer;
    }

    public String getClient() {
        return client;
    }

    public void setClient(String client) {
        this.client = client;
    }

    /** It goes in and never out again. */
    public String getSecret() {
        return "";
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getScopes() {
        return scopes;
    }

    public void setScopes(String scopes) {
        this.scopes = scopes;
    }

    public String getGroups() {
        return groups;
    }

    public void setGroups(String groups) {
        this.groups = groups;
    }

    public String getAdmins() {
        return admins;
    }

    public void setAdmins(String admins) {
        this.admins = admins;
    }

    public String getExternals() {
        return externals;
    }

    public void setExternals(String externals) {
        this.externals = externals;
    }
}
