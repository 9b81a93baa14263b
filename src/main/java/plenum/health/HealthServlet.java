package plenum.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import plenum.media.MediaGateway;
import plenum.meeting.store.Schema;

/**
 * {@code GET /health}: 200 when meetings can be held, that is, with the database and at least one media server; else 503. A servlet and not
 * a resource, so that nothing else has to be well for it to answer.
 */
@WebServlet("/health")
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long PATIENCE_MILLIS = 1500;

    private final transient JsonMapper mapper = new JsonMapper();

    @Inject
    transient Schema schema;

    @Inject
    transient MediaGateway media;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean database = isDatabaseUp();
        boolean anyMedia = media.health().stream().anyMatch(MediaGateway.ServerHealth::up);
        boolean up = database && anyMedia;
        ObjectNode body = mapper.createObjectNode().put("status", word(up));
        body.putObject("database").put("status", word(database));
        ArrayNode servers = body.putArray("mediaServers");
        media.health()
                .forEach(server ->
                        servers.addObject().put("url", server.address()).put("status", word(server.up())));
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(body);
    }

    /** A database that hangs must not make the answer hang. */
    private boolean isDatabaseUp() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("health").start(() -> answer.complete(schema.isUsable()));
        return answer.completeOnTimeout(false, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }
}
