package plenum.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import plenum.platform.Settings.OpenIdProvider;

/** Reads the providers of OpenID Connect: {@code PLENUM_OPENID} has their names, {@code PLENUM_OPENID_NAME_*} what each needs. */
final class OpenIdSettings {
    private static final String LIST = "PLENUM_OPENID";

    private final Function<String, Optional<String>> values;
    private final List<String> complaints;

    /** @param complaints gets what cannot be used */
    OpenIdSettings(Function<String, Optional<String>> values, List<String> complaints) {
        this.values = values;
        this.complaints = complaints;
    }

    List<OpenIdProvider> read() {
        List<OpenIdProvider> providers = new ArrayList<>();
        for (String id : OpenIdProvider.words(values.apply(LIST).orElse(""))) {
            if (OpenIdProvider.isId(id)) {
                provider(id).ifPresent(providers::add);
            } else {
                complaints.add(
                        LIST + " has \"" + id + "\": write names of lower-case letters and digits, commas between.");
            }
        }
        return List.copyOf(providers);
    }

    private Optional<OpenIdProvider> provider(String id) {
        String beginning = LIST + "_" + id.toUpperCase(Locale.ROOT) + "_";
        Optional<String> issuer = values.apply(beginning + "ISSUER");
        Optional<String> client = values.apply(beginning + "CLIENT");
        Optional<String> secret = values.apply(beginning + "SECRET");
        if (issuer.isEmpty() || client.isEmpty() || secret.isEmpty()) {
            complaints.add(beginning + "ISSUER, " + beginning + "CLIENT and " + beginning + "SECRET are all needed.");
            return Optional.empty();
        }
        if (!OpenIdProvider.isIssuer(issuer.get())) {
            complaints.add(beginning + "ISSUER is no https address.");
            return Optional.empty();
        }
        return Optional.of(new OpenIdProvider(
                id,
                values.apply(beginning + "LABEL").orElse(id),
                issuer.get(),
                client.get(),
                secret.get(),
                OpenIdProvider.words(values.apply(beginning + "SCOPES").orElse("")),
                values.apply(beginning + "GROUPS").orElse("groups"),
                values.apply(beginning + "ADMINS"),
                values.apply(beginning + "EXTERNALS")));
    }
}
