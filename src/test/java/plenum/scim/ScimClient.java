package plenum.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import plenum.it.Deployments;

/** A directory service, as far as its requests go. */
final class ScimClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;

    ScimClient(String token) {
        this.token = token;
    }

    /** An answer, and its JSON where it has some. */
    record Answer(int status, JsonNode json, HttpResponse<String> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String id() {
            return json.path("id").asText();
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer post(String path, String json) {
        return send("POST", path, json);
    }

    Answer put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    Answer patch(String path, String operations, String... headers) {
        return send(
                "PATCH",
                path,
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operations + "]}",
                headers);
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** @param headers name and value, in turn */
    Answer send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Deployments.site() + "/scim/v2" + path))
                .header("Content-Type", "application/scim+json")
                .method(
                        method,
                        json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json.replace('\'', '"')));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            boolean ours =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("application/scim+json");
            return new Answer(response.statusCode(), json(ours ? response.body() : ""), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) throws JsonProcessingException {
        return ScimJson.MAPPER.readTree(body.isEmpty() ? "{}" : body);
    }
}
