package plenum.media.kurento;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;

/** Our media server in a process of its own, so that it can be killed. */
final class MediaServerProcess implements AutoCloseable {
    private final int port = freePort();
    private Process process;

    URI url() {
        return URI.create("ws://127.0.0.1:" + port + "/kurento");
    }

    MediaServerProcess start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "plenum.mediaserver.MediaServerMain");
        builder.environment().put("PLENUM_KURENTO_PORT", Integer.toString(port));
        builder.environment().put("PLENUM_MEDIA_UDP_PORTS", "0");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process = builder.start();
        return this;
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
