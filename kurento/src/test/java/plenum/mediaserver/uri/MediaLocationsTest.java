package plenum.mediaserver.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.mediaserver.uri.MediaLocations.Place;
import plenum.mediaserver.uri.MediaLocations.Refusal;

@Tag("record")
class MediaLocationsTest {
    @TempDir
    Path top;

    private Path root;
    private MediaLocations locations;

    @BeforeEach
    void folders() throws IOException {
        root = Files.createDirectory(top.resolve("media"));
        Files.createDirectory(root.resolve("below"));
        Files.createDirectory(top.resolve("media-of-others"));
        locations = new MediaLocations(List.of(root), Set.of("media.example.org", "127.0.0.1:8081"));
    }

    @Test
    void findsFilesBelowItsFolders() throws Exception {
        Place expected = new Place.LocalFile(root.toRealPath().resolve("below/a.webm"));
        assertThat(locations.find(root.toUri() + "below/a.webm")).isEqualTo(expected);
        assertThat(locations.find("file://localhost" + root + "/below/a.webm")).isEqualTo(expected);
        assertThat(locations.find("below/a.webm")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s/../a.webm",
                "%s/below/../../a.webm",
                "%s-of-others/a.webm",
                "%s/%%2e%%2e/a.webm",
                "%s/none/a.webm",
                "%s",
                "%s/.."
            })
    void leadsNowhereElse(String path) {
        String uri = "file://" + String.format(path, root);
        assertThatThrownBy(() -> locations.find(uri)).isInstanceOf(Refusal.class);
    }

    @Test
    void followsNoLinkOut() throws Exception {
        Path outside = Files.createFile(top.resolve("secret"));
        Files.createSymbolicLink(root.resolve("file.webm"), outside);
        Files.createSymbolicLink(root.resolve("dangling.webm"), top.resolve("not-there"));
        Files.createSymbolicLink(root.resolve("folder"), top.resolve("media-of-others"));
        for (String name : List.of("file.webm", "dangling.webm", "folder/a.webm")) {
            assertThatThrownBy(() -> locations.find(root.toUri() + name))
                    .as(name)
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void knowsItsHosts() throws Exception {
        assertThat(locations.find("https://Media.example.org/a")).isInstanceOf(Place.Remote.class);
        assertThat(locations.find("http://127.0.0.1:8081/a?token=b")).isInstanceOf(Place.Remote.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8082/a",
                "http://127.0.0.1/a",
                "http://media.example.org:8080/a",
                "http://media.example.org@evil.example/a",
                "http://user@media.example.org/a",
                "http://media.example.org.evil.example/a",
                "http://[::1]/a",
                "ftp://media.example.org/a",
                "nope://x",
                "/etc/passwd",
                "file://media.example.org/a",
                "jar:file:/a!/b",
                "",
                "http:///a",
                "a b"
            })
    void refusesAllOthers(String uri) {
        assertThatThrownBy(() -> locations.find(uri)).isInstanceOf(Refusal.class);
    }

    @Test
    void leadsNowhereWithoutSettings() {
        assertThatThrownBy(() -> MediaLocations.none().find("a.webm")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> MediaLocations.none().find(root.toUri() + "a.webm"))
                .isInstanceOf(Refusal.class);
    }
}
