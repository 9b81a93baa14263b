package plenum.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs send, and what of it is taken. */
@Tag("scim")
class ScimFormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'displayName':'Babs','name':{'formatted':'Barbara Jensen','givenName':'Barbara'} | Babs",
                "'name':{'formatted':'Ms. Barbara J Jensen','givenName':'Barbara'} | Ms. Barbara J Jensen",
                "'name':{'givenName':'Barbara','familyName':'Jensen'} | Barbara Jensen",
                "'NAME':{'FamilyName':'Jensen'} | Jensen",
                "'displayName':null | bjensen"
            })
    void aNameIsFoundInWhateverIsSent(String fields, String name) {
        assertThat(user("{'userName':'bjensen@example.com'," + fields + "}")
                        .name()
                        .text())
                .isEqualTo(name);
    }

    @Test
    void anAddressIsInSmallLettersAndActiveMayBeAText() {
        ScimUserForm form = user("{'USERNAME':' BJensen@Example.COM ','active':'False','externalId':'701984'}");
        assertThat(form.email().text()).isEqualTo("bjensen@example.com");
        assertThat(form.active()).contains(false);
        assertThat(form.extra().externalId()).contains("701984");
        assertThat(user("{'userName':'a@b.example'}").active()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'userName':''}",
                "{'userName':'bjensen'}",
                "{'userName':7}",
                "{'userName':{'value':'a@b.example'}}",
                "{'userName':'a@b.example','active':'maybe'}",
                "{'userName':'a@b.example','active':1}",
                "{'userName':'a@b.example','displayName':['x']}"
            })
    void whatDoesNotFitIsAnInvalidValue(String json) {
        assertThatThrownBy(() -> user(json)).isInstanceOfSatisfying(ScimException.class, e -> assertThat(e.type())
                .contains("invalidValue"));
    }

    @Test
    void textsHaveLimits() {
        String email = "{'userName':'a@b.example',";
        assertThatThrownBy(() -> user(email + "'displayName':'" + "x".repeat(81) + "'}"))
                .isInstanceOf(ScimException.class);
        assertThatThrownBy(() -> user(email + "'externalId':'" + "x".repeat(256) + "'}"))
                .isInstanceOf(ScimException.class);
        assertThatThrownBy(() -> user(email + "'name':{'givenName':'" + "x".repeat(121) + "'}}"))
                .isInstanceOf(ScimException.class);
    }

    @Test
    void aGroupHasANameWithoutCommasAndMembersThatAreIds() {
        UUID member = UUID.randomUUID();
        ScimGroupForm form =
                group("{'displayName':' Staff ','members':[{'value':'" + member + "'},{'value':'" + member + "'}]}");
        assertThat(form).isEqualTo(new ScimGroupForm("Staff", Optional.empty(), Optional.of(Set.of(member))));
        assertThat(group("{'displayName':'Staff'}").members()).isEmpty();
        assertThat(group("{'displayName':'Staff','members':null}").members()).contains(Set.of());
        for (String wrong : new String[] {
            "{}",
            "{'displayName':'a,b'}",
            "{'displayName':'a','members':'b'}",
            "{'displayName':'a','members':[{'value':'1-1-1-1-1'}]}",
            "{'displayName':'a','members':[{}]}"
        }) {
            assertThatThrownBy(() -> group(wrong)).isInstanceOf(ScimException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{} {}", "{\"a\":1,\"a\":2}", "null"})
    void aBodyIsOneObject(String text) {
        assertThatThrownBy(() -> ScimJson.object(text))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.type()).contains("invalidSyntax"));
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> ScimJson.object("{\"a\":".repeat(5000) + "1" + "}".repeat(5000)))
                .isInstanceOf(ScimException.class);
    }

    @Test
    void theVersionIsThatOfTheContent() {
        ObjectNode one = ScimJson.object("{\"a\":1}");
        assertThat(ScimJson.version(one))
                .isEqualTo(ScimJson.version(ScimJson.object("{\"a\":1}")))
                .isNotEqualTo(ScimJson.version(ScimJson.object("{\"a\":2}")))
                .matches("W/\"[0-9a-f]{24}\"");
        assertThat(ScimKind.Precondition.names("W/\"x\", W/\"y\"", "W/\"y\"")).isTrue();
        assertThat(ScimKind.Precondition.names("*", "W/\"y\"")).isTrue();
        assertThat(ScimKind.Precondition.names("W/\"x\"", "W/\"y\"")).isFalse();
    }

    @Test
    void onlyWhatIsAskedForIsSent() {
        ObjectNode all = ScimJson.object("{\"schemas\":[],\"id\":\"1\",\"userName\":\"a\",\"groups\":[]}");
        ObjectNode without = all.deepCopy();
        ScimJson.keepOnly(without, Map.of("groups", false));
        assertThat(without.properties().stream().map(Map.Entry::getKey)).containsExactly("schemas", "id", "userName");
        ScimJson.keepOnly(all, Map.of("groups", true));
        assertThat(all.properties().stream().map(Map.Entry::getKey)).containsExactly("schemas", "id", "groups");
    }

    @Test
    void theDescriptionsAreJsonWithAddressesOfThisServer() {
        for (String file : new String[] {"service-provider-config", "resource-types", "schemas"}) {
            assertThat(ScimSchemas.read(file, "https://meet.example.org/scim/v2")
                            .toString())
                    .contains("https://meet.example.org/scim/v2/")
                    .doesNotContain("{base}");
        }
    }

    private static ScimUserForm user(String json) {
        return ScimUserForm.read(ScimJson.object(json.replace('\'', '"')));
    }

    private static ScimGroupForm group(String json) {
        return ScimGroupForm.read(ScimJson.object(json.replace('\'', '"')));
    }
}
