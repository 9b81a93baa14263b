package plenum.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.scim.ScimFilter.Attribute;

@Tag("scim")
class ScimFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName eq \"ada@example.org\" | USER_NAME | ada@example.org",
                "USERNAME EQ \"ada@example.org\" | USER_NAME | ada@example.org",
                " username  eq  \"a\\u0064a\" | USER_NAME | ada",
                "emails.value eq \"ada@example.org\" | USER_NAME | ada@example.org",
                "emails[type eq \"work\"].value eq \"ada@example.org\" | USER_NAME | ada@example.org",
                "externalId eq \"a\\\"b\" | EXTERNAL_ID | a\"b",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"x\" | USER_NAME | x",
                "id eq \"7\" | ID | 7",
                "displayName eq \"'; drop table account; --\" | DISPLAY_NAME | '; drop table account; --"
            })
    void readsWhatDirectoriesAskFor(String text, Attribute attribute, String value) {
        assertThat(ScimFilter.ofUsers(text)).contains(new ScimFilter(attribute, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName",
                "userName eq",
                "userName eq ada",
                "userName sw \"a\"",
                "userName eq \"a\" and active eq true",
                "password eq \"a\"",
                "role eq \"ADMIN\"",
                "userName eq \"a\" or 1 eq \"1\"",
                "userName eq \"\\x\""
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> ScimFilter.ofUsers(text))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.type()).contains("invalidFilter"));
    }

    @Test
    void groupsHaveNoUserNameAndNoFilterMeansAll() {
        assertThatThrownBy(() -> ScimFilter.ofGroups("userName eq \"a\"")).isInstanceOf(ScimException.class);
        assertThat(ScimFilter.ofGroups("displayName eq \"Staff\""))
                .contains(new ScimFilter(Attribute.DISPLAY_NAME, "Staff"));
        assertThat(ScimFilter.ofUsers(null)).isEmpty();
        assertThat(ScimFilter.ofUsers(" ")).isEmpty();
    }

    @Test
    void aLongFilterIsRefusedAtOnce() {
        assertThatThrownBy(() -> ScimFilter.ofUsers("userName eq \"" + "\\\\".repeat(50_000) + "x"))
                .isInstanceOf(ScimException.class);
    }
}
