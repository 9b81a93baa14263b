package plenum.storage;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real server of somebody else's, on a free port of this machine, for as long as a test runs. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private ServerProcess(List<String> command, int port, Path folder) {
        this.port = port;
        Path log = folder.resolve("server.log");
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(command.getFirst() + ": see " + log)
                .atMost(Duration.ofSeconds(40))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(Files.readString(log));
                    }
                    return answers();
                });
    }

    public int port() {
        return port;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Apache with mod_dav; {@code ada} with the password {@code lovelace} may write into {@code /dav/}. */
    public static ServerProcess apache(Path folder) throws IOException {
        int port = freePort();
        Path files = Files.createDirectories(folder.resolve("dav"));
        Files.writeString(folder.resolve("users"), "ada:{SHA}" + sha1("lovelace") + "\n");
        Path modules = Path.of("/usr/lib/apache2/modules");
        String load = "";
        for (String module : List.of(
                "mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_basic", "dav", "dav_fs")) {
            load += "LoadModule " + module + "_module " + modules.resolve("mod_" + module + ".so") + "\n";
        }
        Files.writeString(folder.resolve("apache.conf"), load + """
            ServerName localhost
            ServerRoot %1$s
            Listen 127.0.0.1:%2$d
            PidFile %1$s/apache.pid
            ErrorLog %1$s/error.log
            DavLockDB %1$s/locks
            DocumentRoot %3$s
            <Directory />
                Dav On
                AuthType Basic
                AuthName dav
                AuthUserFile %1$s/users
                Require valid-user
            </Directory>
            """.formatted(folder, port, files.getParent()));
        return new ServerProcess(
                List.of(
                        "/usr/sbin/apache2",
                        "-X",
                        "-f",
                        folder.resolve("apache.conf").toString()),
                port,
                folder);
    }

    /** s3proxy with the bucket {@code files}; {@code ada} with the secret {@code lovelace} may write into it. */
    public static ServerProcess s3(Path folder) throws IOException {
        int port = freePort();
        Files.createDirectories(folder.resolve("buckets/files"));
        Files.writeString(folder.resolve("s3.properties"), """
            s3proxy.endpoint=http://127.0.0.1:%d
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=ada
            s3proxy.credential=lovelace
            jclouds.provider=filesystem
            jclouds.filesystem.basedir=%s
            """.formatted(port, folder.resolve("buckets")));
        return new ServerProcess(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        Path.of("src/test/s3proxy/target/lib/*").toString(),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        folder.resolve("s3.properties").toString()),
                port,
                folder);
    }

    private static String sha1(String password) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
