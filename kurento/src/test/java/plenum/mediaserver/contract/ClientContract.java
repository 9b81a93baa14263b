package plenum.mediaserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.kurento.client.KurentoClient;
import org.kurento.client.internal.server.KurentoServerException;
import plenum.mediaserver.RunningServer;

/** The unmodified client of Kurento drives our server over a real socket. */
abstract class ClientContract {
    RunningServer server;
    KurentoClient client;

    RunningServer start() throws IOException {
        return RunningServer.start();
    }

    @BeforeEach
    void connect() throws Exception {
        server = start();
        client = KurentoClient.create(server.uri().toString());
    }

    @AfterEach
    void disconnect() {
        client.destroy();
        server.close();
    }

    /** Whether a failure is the server's, with this code of Kurento's. */
    static Consumer<Throwable> code(int expected) {
        return failure -> {
            assertThat(failure).isInstanceOf(KurentoServerException.class);
            assertThat(((KurentoServerException) failure).getCode()).isEqualTo(expected);
        };
    }
}
