package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.platform.Settings.Container;

@Tag("account")
class ContainerIdentityTest {
    private static final Container PLAIN = new Container("x", Optional.empty(), Set.of(), Optional.empty());
    private static final Container SCHOOL =
            new Container("x", Optional.of("example.org"), Set.of("teachers", "staff"), Optional.of("operators"));

    @ParameterizedTest
    @CsvSource({"ada, ada@example.org", "Ada@EXAMPLE.ORG, ada@example.org", "ada@elsewhere.net, ada@example.org"})
    void aDomainMakesAddressesOfNames(String name, String email) {
        assertThat(identity(name, SCHOOL).orElseThrow().email().text()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "",
                "cn=ada,ou=people",
                "HTTP/meet.example.org",
                "ada@example.org@evil.net",
                "a\nb@example.org"
            })
    void withoutADomainANameHasToBeAnAddress(String name) {
        assertThat(identity(name, PLAIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@example.org", "cn=ada, ou=people", "a b"})
    void notEveryNameCanBeMadeOne(String name) {
        assertThat(identity(name, SCHOOL)).isEmpty();
    }

    @Test
    void rolesAreGroupsOnlyIfTheOperatorSaysSo() {
        ContainerIdentity ada =
                identity("ada", SCHOOL, "teachers", "operators", "everybody").orElseThrow();
        assertThat(ada.groups()).containsExactly("teachers");
        assertThat(ada.admin()).contains(true);
        assertThat(identity("bob", SCHOOL, "staff").orElseThrow().admin()).contains(false);
        assertThat(identity("bob@example.org", PLAIN, "operators").orElseThrow().admin())
                .as("no setting, nothing said")
                .isEmpty();
    }

    private static Optional<ContainerIdentity> identity(String name, Container settings, String... roles) {
        return ContainerIdentity.of(name, List.of(roles)::contains, settings);
    }
}
