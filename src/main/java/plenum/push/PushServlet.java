package plenum.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.CurrentUser;
import plenum.account.DeviceName;
import plenum.account.Identity;
import plenum.platform.Throttle;

/**
 * Where a browser says that its owner wants to be told on it. {@code GET} answers {@code {on, key}}; {@code POST} takes what {@code
 * PushSubscription.toJSON()} makes, with a name or without one, and answers 201 with {@code {id}}; {@code DELETE} takes {@code {id}} or {@code
 * {endpoint}}, in the body, because addresses of requests get into logs. Guests are answered 401, addresses of services that are not listed 400.
 */
@WebServlet(name = "push", urlPatterns = "/push/subscriptions")
@NullUnmarked
public class PushServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 8192;
    private static final int TOO_MANY = 429;
    private static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    transient CurrentUser user;

    @Inject
    transient PushKeys keys;

    @Inject
    transient PushDevices devices;

    @Inject
    transient InstantSource clock;

    private transient Throttle changes;

    @Override
    public void init() {
        changes = new Throttle(30, Duration.ofSeconds(10), clock);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!(user.identity() instanceof Identity.Person person)) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "SIGNED_OUT");
            return;
        }
        switch (request.getMethod()) {
            case "GET", "HEAD" ->
                write(
                        response,
                        Map.of("on", keys.isOn(), "key", keys.publicKey().orElse("")));
            case "POST", "DELETE" -> change(person, request, response);
            default -> {
                response.setHeader("Allow", "GET, HEAD, POST, DELETE");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void change(Identity.Person person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String type = request.getContentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(JSON_TYPE)) {
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "NO_JSON");
        } else if (!changes.tryTake(person.account().id().toString())) {
            refuse(response, TOO_MANY, "TOO_MANY");
        } else if (request.getMethod().equals("POST")) {
            add(person, read(request), request, response);
        } else {
            remove(person, read(request), response);
        }
    }

    private void add(Identity.Person person, JsonNode wish, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!keys.isOn()) {
            refuse(response, HttpServletResponse.SC_CONFLICT, "OFF");
            return;
        }
        Optional<String> endpoint = Optional.of(wish.path("endpoint").asText())
                .filter(text -> keys.services().endpoint(text).isPresent());
        if (endpoint.isEmpty()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "SERVICE");
            return;
        }
        Optional<byte[]> key = bytes(wish.path("keys").path("p256dh")).filter(PushServlet::isKey);
        Optional<byte[]> auth =
                bytes(wish.path("keys").path("auth")).filter(given -> given.length == PushCipher.AUTH_BYTES);
        if (key.isEmpty() || auth.isEmpty()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "KEYS");
            return;
        }
        UUID id = devices.add(
                person.account().id(),
                person.session(),
                new PushDevices.Subscription(endpoint.get(), key.get(), auth.get()),
                name(wish, request),
                clock.instant());
        response.setStatus(HttpServletResponse.SC_CREATED);
        write(response, Map.of("id", id.toString()));
    }

    private void remove(Identity.Person person, JsonNode wish, HttpServletResponse response) throws IOException {
        UUID account = person.account().id();
        String id = wish.path("id").asText();
        String endpoint = wish.path("endpoint").asText();
        boolean byId = id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        if (!byId && endpoint.isEmpty()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "BAD_REQUEST");
            return;
        }
        boolean gone =
                byId ? devices.remove(account, UUID.fromString(id)) : devices.remove(account, PushKeys.hash(endpoint));
        if (gone) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "NOT_FOUND");
        }
    }

    /** What the browser calls itself, in one line, or what its User-Agent says. */
    private static String name(JsonNode wish, HttpServletRequest request) {
        String given = wish.path("name").asText().replaceAll("\\p{C}+", " ").strip();
        String name = given.isEmpty() ? DeviceName.of(request.getHeader("User-Agent")) : given;
        return name.codePointCount(0, name.length()) <= PushDevices.LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, PushDevices.LONGEST_NAME));
    }

    private static boolean isKey(byte[] point) {
        try {
            return P256.point(P256.publicKey(point)).length == P256.POINT_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Base64 for addresses, with padding or without. */
    private static Optional<byte[]> bytes(JsonNode text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text.asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Missing when it is no JSON, or too much. */
    private static JsonNode read(HttpServletRequest request) throws IOException {
        byte[] said = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (said.length > MOST_BYTES) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(said);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        write(response, Map.of("error", why));
    }

    private static void write(HttpServletResponse response, Map<String, ?> answer) throws IOException {
        response.setContentType(JSON_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(JSON.writeValueAsString(answer));
    }
}
