package plenum.openid;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import plenum.it.Deployments;

/** A real provider of OpenID Connect, of npm's {@code oidc-provider}, as a process of its own on this machine. */
public final class ProviderProcess implements AutoCloseable {
    private static final Path FOLDER = Path.of("src/test/js/openid");

    private final Process process;
    private final URI issuer;

    /**
     * @param site where browsers reach Plenum
     * @param backChannel where the provider tells who was signed out
     */
    public ProviderProcess(int port, String site, String backChannel) {
        issuer = URI.create("http://127.0.0.1:" + port);
        try {
            install();
            process = new ProcessBuilder(
                            "node",
                            "provider.mjs",
                            Integer.toString(port),
                            site + "/openid/callback",
                            site + "/",
                            backChannel)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the container of the tests, which is told where it is. @param name what Plenum calls it */
    static ProviderProcess ofContainer(String name) {
        return new ProviderProcess(
                Integer.parseInt(System.getProperty("plenum.it.openid.port")),
                "http://localhost:8080",
                Deployments.site() + "/openid/" + name + "/back-channel-logout");
    }

    public URI issuer() {
        return issuer;
    }

    private static void install() throws IOException {
        if (Files.isDirectory(FOLDER.resolve("node_modules/oidc-provider"))) {
            return;
        }
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!npm.waitFor(2, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                throw new IllegalStateException("npm ci failed in " + FOLDER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads on after that, so that the process never waits for a reader. */
    private void awaitReady() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith("ready")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the provider did not start");
        }
        Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(more -> {}));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
