package plenum.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import plenum.media.MediaGateway.ServerHealth;

/**
 * The result of one health check.
 *
 * @param database whether it answers and has all its tables
 * @param mediaServers all of the settings
 */
public record HealthReport(boolean database, List<ServerHealth> mediaServers) {
    private static final JsonMapper JSON = new JsonMapper();

    public HealthReport {
        mediaServers = List.copyOf(mediaServers);
    }

    /** Whether meetings can be held: with the database and at least one media server. */
    public boolean up() {
        return database && mediaServers.stream().anyMatch(ServerHealth::up);
    }

    /** The body of {@code GET /health}. */
    public String json() {
        ObjectNode body = JSON.createObjectNode().put("status", word(up()));
        body.putObject("database").put("status", word(database));
        ArrayNode servers = body.putArray("mediaServers");
        mediaServers.forEach(
                server -> servers.addObject().put("url", server.address()).put("status", word(server.up())));
        return body.toString();
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }
}
