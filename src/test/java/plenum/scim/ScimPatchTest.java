package plenum.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("scim")
class ScimPatchTest {
    private static final String USER = """
            {"userName":"bjensen@example.com","displayName":"Babs","active":true,
             "name":{"formatted":"Babs","givenName":"Barbara"},
             "emails":[{"value":"bjensen@example.com","type":"work","primary":true}]}""";
    private static final String GROUP = """
            {"displayName":"Employees","members":[{"value":"1","display":"Babs"},{"value":"2","display":"James"}]}""";

    /** The first ones are those of RFC 7644 section 3.5.2, others are as Entra ID and Okta send them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'add','path':'members','value':[{'value':'3'}]} | 1 2 3",
                "{'op':'add','path':'members','value':[{'value':'2'},{'value':'3'}]} | 1 2 3",
                "{'op':'add','path':'members','value':{'value':'3'}} | 1 2 3",
                "{'op':'Add','value':{'members':[{'value':'3'}]}} | 1 2 3",
                "{'op':'remove','path':'members[value eq \\\"2\\\"]'} | 1",
                "{'op':'remove','path':'members'} | ",
                "{'op':'Remove','path':'members','value':[{'value':'1'}]} | 2",
                "{'op':'replace','path':'members','value':[{'value':'7'}]} | 7",
                "{'op':'replace','value':{'displayName':'Staff','members':[]}} | ",
                "{'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:Group:members','value':[{'value':'9'}]} | 9"
            })
    void changesTheMembersOfAGroup(String operation, String members) {
        ObjectNode changed = ScimPatch.apply(ScimJson.object(GROUP), patch(operation));
        assertThat(changed.path("members").valueStream().map(one -> one.path("value")
                        .asText()))
                .containsExactly(members == null ? new String[0] : members.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'replace','path':'active','value':false} | /active | false",
                "{'op':'Replace','path':'active','value':'False'} | /active | False",
                "{'op':'replace','value':{'active':false}} | /active | false",
                "{'op':'replace','path':'ACTIVE','value':false} | /active | false",
                "{'op':'add','path':'name.familyName','value':'Jensen'} | /name/familyName | Jensen",
                "{'op':'replace','path':'name','value':{'familyName':'Jensen'}} | /name/familyName | Jensen",
                "{'op':'add','path':'name','value':{'familyName':'Jensen'}} | /name/givenName | Barbara",
                "{'op':'replace','value':{'name.familyName':'Jensen'}} | /name/familyName | Jensen",
                "{'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:User:userName','value':'b@example.com'} | /userName | b@example.com",
                "{'op':'replace','path':'emails[type eq \\\"work\\\"].value','value':'b@example.com'} | /emails/0/value | b@example.com",
                "{'op':'add','path':'emails[type eq \\\"home\\\"].value','value':'h@example.com'} | /emails/1/value | h@example.com",
                "{'op':'add','path':'externalId','value':'77'} | /externalId | 77",
                "{'op':'remove','path':'name.givenName'} | /name/givenName | ``",
                "{'op':'remove','path':'displayName'} | /displayName | null"
            })
    void changesAttributesOfAUser(String operation, String pointer, String value) {
        ObjectNode changed = ScimPatch.apply(ScimJson.object(USER), patch(operation));
        assertThat(changed.at(pointer).asText()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'move','path':'active','value':false} | invalidSyntax",
                "{'path':'active','value':false} | invalidSyntax",
                "{'op':'remove'} | noTarget",
                "{'op':'replace','path':'active'} | invalidValue",
                "{'op':'add','value':'x'} | invalidValue",
                "{'op':'add','path':'members[','value':'x'} | invalidPath",
                "{'op':'add','path':'members[value sw \\\"2\\\"]','value':{}} | invalidPath",
                "{'op':'add','path':'a.b.c','value':'x'} | invalidPath",
                "{'op':'replace','path':'emails[type eq \\\"work\\\"]','value':'x'} | invalidValue"
            })
    void refusesWhatItDoesNotUnderstand(String operation, String type) {
        assertThatThrownBy(() -> ScimPatch.apply(ScimJson.object(USER), patch(operation)))
                .isInstanceOfSatisfying(ScimException.class, e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.type()).contains(type);
                });
    }

    @Test
    void aPatchHasOperationsAndNotTooMany() {
        for (String body : new String[] {"{}", "{\"Operations\":[]}", "{\"Operations\":1}"}) {
            assertThatThrownBy(() -> ScimPatch.apply(ScimJson.object(USER), ScimJson.object(body)))
                    .isInstanceOf(ScimException.class);
        }
        String many = "{\"op\":\"add\",\"path\":\"active\",\"value\":true},".repeat(1000);
        assertThatThrownBy(
                        () -> ScimPatch.apply(ScimJson.object(USER), patch(many + "{'op':'remove','path':'active'}")))
                .isInstanceOf(ScimException.class);
    }

    private static ObjectNode patch(String operations) {
        return ScimJson.object(
                "{\"schemas\":[\"" + ScimSchemas.PATCH + "\"],\"Operations\":[" + operations.replace('\'', '"') + "]}");
    }
}
