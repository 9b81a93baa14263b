package plenum.drive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.Identities;
import plenum.drive.Drive.Folder;
import plenum.drive.Uploads.Upload;
import plenum.platform.Throttle;
import plenum.storage.StorageException;

/**
 * Takes files in, for those who are signed in: {@code POST /uploads} begins one, {@code PATCH /uploads/ID} sends a piece from an offset on,
 * {@code HEAD} asks how much is there, {@code DELETE} gives it up, {@code GET /uploads} lists those that go on. In the manner of tus; a piece
 * that breaks off counts up to its last whole 64 KiB.
 */
@WebServlet(
        name = "uploads",
        urlPatterns = {"/uploads", "/uploads/*"})
@NullUnmarked
public class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** Of one request; the server takes no larger ones. */
    static final long MOST_BYTES = 2L << 20;

    private static final String OFFSET = "Upload-Offset";
    private static final int MOST_JSON = 16_384;
    private static final int LOCKED = 423;
    private static final int NO_ROOM = 507;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    transient Identities identities;

    @Inject
    transient Receiving receiving;

    @Inject
    transient Uploads uploads;

    @Inject
    transient InstantSource clock;

    private transient Throttle begun;

    @Override
    public void init() {
        begun = new Throttle(2000, Duration.ofMillis(100), clock);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Account> who = identities.of(request).known();
        if (who.isEmpty()) {
            response.setHeader("Connection", "close"); // what they send is not read
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "SIGNED_OUT");
            return;
        }
        try {
            answer(Viewer.of(who.get()), request, response);
        } catch (StorageException e) {
            boolean full = e.reason() == StorageException.Reason.FULL;
            refuse(response, full ? NO_ROOM : HttpServletResponse.SC_SERVICE_UNAVAILABLE, full ? "NO_ROOM" : "FAILED");
        }
    }

    private void answer(Viewer who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<UUID> id = idIn(request.getPathInfo());
        String method = request.getMethod();
        if (id.isEmpty()) {
            switch (method) {
                case "POST" -> begin(who, request, response);
                case "GET" -> list(who, response);
                default -> response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
            return;
        }
        Optional<Upload> upload = uploads.find(id.get(), who.account());
        if (upload.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "NOT_FOUND");
            return;
        }
        switch (method) {
            case "HEAD" -> tell(upload.get(), response);
            case "PATCH" -> take(upload.get(), request, response);
            case "DELETE" -> {
                receiving.drop(upload.get());
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void begin(Viewer who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!begun.tryTake(who.account().toString())) {
            refuse(response, 429, "TOO_MANY");
            return;
        }
        JsonNode wish = read(request);
        Optional<UUID> drive = uuid(wish, "drive");
        if (drive.isEmpty()
                || !wish.path("path").isTextual()
                || !wish.path("size").isIntegralNumber()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "BAD_REQUEST");
            return;
        }
        Folder into = new Folder(drive.get(), uuid(wish, "folder"));
        switch (receiving.begin(
                into, wish.get("path").asText(), wish.get("size").asLong(), who)) {
            case Receiving.Begun.Accepted(UUID id) -> {
                response.setStatus(HttpServletResponse.SC_CREATED);
                response.setHeader("Location", request.getContextPath() + "/uploads/" + id);
                write(response, Map.of("id", id.toString()));
            }
            case Receiving.Begun.Refused(Drive.Answer why) ->
                refuse(
                        response,
                        switch (why) {
                            case NO_ROOM -> NO_ROOM;
                            case BAD_NAME -> HttpServletResponse.SC_BAD_REQUEST;
                            default -> HttpServletResponse.SC_FORBIDDEN;
                        },
                        why.name());
        }
    }

    /** Missing when it is no JSON. */
    private static JsonNode read(HttpServletRequest request) throws IOException {
        byte[] said = request.getInputStream().readNBytes(MOST_JSON);
        try {
            return JSON.readTree(said);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private void list(Viewer who, HttpServletResponse response) throws IOException {
        List<Map<String, Object>> all = uploads.of(who.account()).stream()
                .map(upload -> Map.<String, Object>of(
                        "id", upload.id().toString(),
                        "drive", upload.drive().toString(),
                        "folder", upload.parent().map(UUID::toString).orElse(""),
                        "name", upload.name().text(),
                        "size", upload.size()))
                .toList();
        write(response, all);
    }

    private void tell(Upload upload, HttpServletResponse response) throws IOException {
        if (receiving.finishLost(upload).isPresent()) {
            response.setHeader("Upload-Complete", "?1");
            response.setHeader(OFFSET, Long.toString(upload.size()));
            return;
        }
        Optional<Long> offset = receiving.offset(upload);
        if (offset.isEmpty()) {
            response.setStatus(LOCKED);
            return;
        }
        response.setHeader(OFFSET, Long.toString(offset.get()));
        response.setHeader("Upload-Length", Long.toString(upload.size()));
    }

    private void take(Upload upload, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String offset = request.getHeader(OFFSET);
        if (offset == null || !offset.matches("\\d{1,18}")) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "BAD_REQUEST");
            return;
        }
        Receiving.Taken taken = receiving.take(upload, Long.parseLong(offset), request.getInputStream(), MOST_BYTES);
        switch (taken) {
            case Receiving.Taken.Going(long now) -> {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                response.setHeader(OFFSET, Long.toString(now));
            }
            case Receiving.Taken.Done(Optional<DriveItem> file) -> {
                response.setHeader(OFFSET, Long.toString(upload.size()));
                response.setHeader("Upload-Complete", "?1");
                write(
                        response,
                        Map.of("item", file.map(item -> item.id().toString()).orElse("")));
            }
            case Receiving.Taken.WrongOffset(long now) -> {
                response.setHeader(OFFSET, Long.toString(now));
                refuse(response, HttpServletResponse.SC_CONFLICT, "WRONG_OFFSET");
            }
            case Receiving.Taken.Busy() -> refuse(response, LOCKED, "BUSY");
        }
    }

    private static Optional<UUID> uuid(JsonNode wish, String name) {
        return parse(wish.path(name).asText(""));
    }

    private static Optional<UUID> idIn(String path) {
        return path == null || path.length() < 2
                ? Optional.empty()
                : parse(path.substring(1)).or(() -> Optional.of(new UUID(0, 0)));
    }

    private static Optional<UUID> parse(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        write(response, Map.of("why", why));
    }

    private static void write(HttpServletResponse response, Object answer) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(JSON.writeValueAsBytes(answer));
    }
}
