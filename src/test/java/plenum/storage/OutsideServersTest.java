package plenum.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.storage.StorageException.Reason;

/** Where people may make the server ask. */
@Tag("storage")
class OutsideServersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9/dav/",
                "https://127.0.0.1:9/dav/",
                "https://localhost:9/dav/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]:9/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://0.0.0.0/",
                "https://100.64.0.1/",
                "http://203.0.113.1/",
                "ftp://203.0.113.1/",
                "file:///etc/passwd"
            })
    void noRequestGoesToThisNetworkOrInTheClear(String address) {
        Storage storage = new WebDavStorage(new OutsideServers(List.of()), URI.create(address), "u", "p");
        assertThatThrownBy(() -> storage.size(ObjectKey.of(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.1", "2001:db8::1", "8.8.8.8", "172.32.0.1"})
    void othersAreOutside(String address) throws Exception {
        assertThat(OutsideServers.isInside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void labelsAreHarmless() {
        UUID id = UUID.fromString("00000000-0000-4000-8000-000000000000");
        assertThat(ObjectKey.of(id, "../../étc/pass\0wd\u202e.pdf").fileName()).isEqualTo(id + "-tc-pass-wd-.pdf");
        assertThat(ObjectKey.of(id, "x".repeat(300)).label()).hasSize(80);
        assertThat(ObjectKey.of(id, "...").fileName()).isEqualTo(id.toString());
    }
}
