package plenum.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * {@code ./plenum admin}: has the running server do what the console can do. The secret that proves the right to it is in the data folder, which only the
 * user who runs Plenum can read. Exit codes: 0 when it was done, 1 when it was refused, 2 when the server could not be asked.
 */
public final class AdminCommand {
    static final String TOKEN = "admin-token";
    private static final Console TERMINAL = Console.ofTerminal();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private AdminCommand() {}

    /** @param args the folder that holds the built product, the action, and its values; a value {@code @file} is read from the file */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String... args) {
        try {
            LauncherSettings settings = new LauncherSettingsReader(
                            System.getenv(), Path.of("").toAbsolutePath(), new Installation(Path.of(args[0])).data())
                    .read();
            HttpResponse<String> answer = ask(settings, Arrays.asList(args).subList(1, args.length));
            boolean done = answer.statusCode() == 200;
            if (done) {
                TERMINAL.line(answer.body().stripTrailing());
            } else {
                TERMINAL.failure(
                        answer.statusCode() == 404
                                ? "The server does not know this secret."
                                : answer.body().stripTrailing());
            }
            return done ? 0 : 1;
        } catch (IOException e) {
            TERMINAL.failure("Plenum does not answer. Does it run, and is this its user and its PLENUM_DATA? ("
                    + e.getMessage() + ")");
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        } catch (StartFailure e) {
            TERMINAL.failure(e.sentences());
            return 2;
        }
    }

    private static HttpResponse<String> ask(LauncherSettings settings, List<String> words)
            throws IOException, InterruptedException {
        String secret = Files.readString(settings.data().resolve("secrets").resolve(TOKEN))
                .strip();
        URI address = URI.create(server(settings) + "/admin-commands");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).header("Authorization", "Bearer " + secret);
        if (!words.isEmpty()) {
            StringBuilder form = new StringBuilder("action=" + encoded(words.getFirst()));
            for (String value : words.subList(1, words.size())) {
                form.append("&value=")
                        .append(encoded(value.startsWith("@") ? contentOf(Path.of(value.substring(1))) : value));
            }
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        }
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** As the setting names it, for a server that is not at the root or has ports of its own; else that of {@code ./plenum run}. */
    private static String server(LauncherSettings settings) {
        String given = System.getenv("PLENUM_ADMIN_URL");
        if (given != null && !given.isBlank()) {
            return given.strip().replaceAll("/+$", "");
        }
        String host = settings.bind().equals("0.0.0.0") ? "127.0.0.1" : settings.bind();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.httpPort();
    }

    /** Text as it is; what is no text, such as a picture, in Base64. */
    static String contentOf(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
