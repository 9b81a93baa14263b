package plenum.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.platform.InvalidSettingsException;
import plenum.platform.Settings;
import plenum.platform.SettingsReader;

/** No request goes anywhere that the operator has not listed. */
@Tag("push")
class PushServicesTest {
    private static final PushServices SERVICES = new PushServices(services(Map.of()));

    private static List<String> services(Map<String, String> variables) {
        Settings settings = new SettingsReader(name -> Optional.ofNullable(variables.get(name)), "here").read();
        return settings.services().push();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def",
                "https://FCM.googleapis.com:443/x",
                "https://updates.push.services.mozilla.com/wpush/v2/x",
                "https://eu.push.services.mozilla.com/x",
                "https://wns2-par02p.notify.windows.com/w/?token=x%2b",
                "https://web.push.apple.com/x",
                "https://api.push.apple.com/x"
            })
    void thoseOfBrowsersAreListed(String endpoint) {
        assertThat(SERVICES.endpoint(endpoint)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/x",
                "https:///x",
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com:8443/x",
                "https://fcm.googleapis.com.evil.example/x",
                "https://evil.example/fcm.googleapis.com",
                "https://fcm.googleapis.com@evil.example/x",
                "https://user@fcm.googleapis.com/x",
                "https://fcm.googleapis.com/x#y",
                "https://evilnotify.windows.com/x",
                "https://notify.windows.com/x",
                "https://.notify.windows.com/x",
                "https://xfcm.googleapis.com/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "http://127.0.0.1:8080/x",
                "file:///etc/passwd",
                "https://fcm.googleapis.com\\@evil.example/",
                "https://fcm.googleapis.com /x"
            })
    void nothingElseIs(String endpoint) {
        assertThat(SERVICES.endpoint(endpoint)).isEmpty();
    }

    @Test
    void anAddressThatIsTooLongIsNone() {
        assertThat(SERVICES.endpoint("https://web.push.apple.com/" + "x".repeat(2000)))
                .isEmpty();
    }

    @Test
    void withoutTlsOnlyTheOriginThatIsListed() {
        PushServices here = new PushServices(services(Map.of("PLENUM_PUSH_SERVICES", "http://127.0.0.1:8123")));
        assertThat(here.endpoint("http://127.0.0.1:8123/x")).isPresent();
        assertThat(here.endpoint("http://127.0.0.1:8124/x")).isEmpty();
        assertThat(here.endpoint("http://localhost:8123/x")).isEmpty();
        assertThat(here.endpoint("https://127.0.0.1:8123/x")).isEmpty();
        assertThat(here.endpoint("http://127.0.0.1:8123@evil.example/x")).isEmpty();
    }

    @Test
    void offIsNone() {
        assertThat(new PushServices(services(Map.of("PLENUM_PUSH_SERVICES", "off"))).areNone())
                .isTrue();
        assertThat(SERVICES.areNone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com",
                "*",
                "*.*",
                "com",
                "http://example.org:80",
                "http://127.0.0.1",
                "http://127.0.0.1:80/x",
                "a.example;b.example"
            })
    void aListThatIsNoneIsRefusedAtTheStart(String list) {
        assertThat(complaint(list)).contains("PLENUM_PUSH_SERVICES");
    }

    private static String complaint(String list) {
        try {
            return String.valueOf(services(Map.of("PLENUM_PUSH_SERVICES", list)));
        } catch (InvalidSettingsException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
