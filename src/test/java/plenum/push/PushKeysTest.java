package plenum.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.SettingsReader;
import plenum.platform.SiteAddress;

/** When there is a key for push services, and whom they are told to write to. */
@Tag("push")
class PushKeysTest {
    private static final String SECRET = "sixteen or more characters";

    private static PushKeys keys(String site, Map<String, String> variables) {
        PushKeys keys = new PushKeys();
        keys.settings = new SettingsReader(name -> Optional.ofNullable(variables.get(name)), "here").read();
        keys.site = new SiteAddress(site);
        keys.derive();
        return keys;
    }

    private static String contact(PushKeys keys) {
        String header = keys.vapid().orElseThrow().authorization(URI.create("https://push.example/x"), Instant.now());
        return VapidToken.of(header).claims().path("sub").asText();
    }

    @Test
    void thereIsNoneWithoutASecretOrWithoutServices() {
        assertThat(keys("https://meet.example.org", Map.of()).isOn()).isFalse();
        PushKeys off = keys("https://meet.example.org", Map.of("PLENUM_SECRET", SECRET, "PLENUM_PUSH_SERVICES", "off"));
        assertThat(off.isOn()).isFalse();
        assertThat(off.publicKey()).isEmpty();
        assertThat(keys("https://meet.example.org", Map.of("PLENUM_SECRET", SECRET))
                        .publicKey()
                        .orElseThrow())
                .startsWith("B")
                .hasSize(87);
    }

    @Test
    void servicesWriteToTheSiteOrToWhoeverSendsOurMail() {
        assertThat(contact(keys("https://meet.example.org/plenum", Map.of("PLENUM_SECRET", SECRET))))
                .isEqualTo("https://meet.example.org/plenum");
        assertThat(contact(keys(
                        "http://localhost:8080",
                        Map.of(
                                "PLENUM_SECRET", SECRET,
                                "PLENUM_SMTP_HOST", "smtp.example.org",
                                "PLENUM_MAIL_FROM", "meet@example.org"))))
                .isEqualTo("mailto:meet@example.org");
    }
}
