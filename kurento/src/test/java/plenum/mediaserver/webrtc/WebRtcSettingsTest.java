package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("webrtc")
class WebRtcSettingsTest {
    private static final String EVERYWHERE = "::";

    @Test
    void opensItsPortsAtTheOneAddressThatItAnnouncesWhenThatIsItsOwn() {
        assertThat(announcing("127.0.0.1").bindAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void opensItsPortsEverywhereForAnAddressThatARouterHas() {
        assertThat(announcing("203.0.113.9").bindAddress()).isEqualTo(EVERYWHERE);
    }

    @Test
    void opensItsPortsEverywhereForSeveralAddresses() {
        assertThat(announcing("127.0.0.1", "::1").bindAddress()).isEqualTo(EVERYWHERE);
        assertThat(WebRtcSettings.defaults().bindAddress()).isEqualTo(EVERYWHERE);
    }

    private static WebRtcSettings announcing(String... addresses) {
        return WebRtcSettings.defaults().announcing(List.of(addresses));
    }
}
