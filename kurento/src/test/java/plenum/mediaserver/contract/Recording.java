package plenum.mediaserver.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A recorded conversation with the real server, line by line. */
final class Recording {
    private Recording() {}

    static List<String> lines(String name) throws IOException {
        try (InputStream in = Recording.class.getResourceAsStream("/recordings/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
