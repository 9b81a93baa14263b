package plenum.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.account.DisplayName;
import plenum.mail.MailAddress;
import plenum.scim.ScimDirectory.Extra;

/**
 * What a program sent of somebody, checked (RFC 7643 section 4.1). Whatever it sent beyond this is not looked at: a role, a plan or a password cannot be set by
 * it.
 *
 * @param active empty: as it is
 */
record ScimUserForm(MailAddress email, DisplayName name, Optional<Boolean> active, Extra extra) {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_NAME = 120;

    static ScimUserForm read(JsonNode json) {
        String userName = ScimJson.text(json, "userName")
                .orElseThrow(() -> ScimException.bad("invalidValue", "userName is missing."));
        MailAddress email = MailAddress.parse(userName)
                .orElseThrow(() -> ScimException.bad("invalidValue", "userName is no e-mail address."));
        JsonNode name = ScimJson.at(json, "name");
        Extra extra = new Extra(
                limited(ScimJson.text(json, "externalId"), "externalId", LONGEST_ID),
                limited(ScimJson.text(name, "givenName"), "name.givenName", LONGEST_NAME),
                limited(ScimJson.text(name, "familyName"), "name.familyName", LONGEST_NAME));
        return new ScimUserForm(email, displayName(json, name, extra, email), ScimJson.flag(json, "active"), extra);
    }

    private static DisplayName displayName(JsonNode json, JsonNode name, Extra extra, MailAddress email) {
        String parts = Stream.of(extra.givenName(), extra.familyName())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        String text = ScimJson.text(json, "displayName")
                .or(() -> ScimJson.text(name, "formatted"))
                .or(() -> Optional.of(parts).filter(joined -> !joined.isEmpty()))
                .orElseGet(() -> email.text().substring(0, email.text().indexOf('@')));
        return DisplayName.parse(text)
                .orElseThrow(() -> ScimException.bad("invalidValue", "displayName has 1 to 80 visible characters."));
    }

    private static Optional<String> limited(Optional<String> text, String name, int longest) {
        if (text.filter(value -> value.codePointCount(0, value.length()) > longest)
                .isPresent()) {
            throw ScimException.bad("invalidValue", name + " has at most " + longest + " characters.");
        }
        return text;
    }
}
