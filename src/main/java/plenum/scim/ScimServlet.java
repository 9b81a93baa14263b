package plenum.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.platform.SiteAddress;
import plenum.scim.ScimKind.Page;
import plenum.scim.ScimKind.Precondition;

/** SCIM 2.0 (RFC 7644) for programs with a token of an admin's: {@code /scim/v2/Users}, {@code /Groups}, and what this server says of itself. */
@WebServlet(name = "scim", urlPatterns = ScimServlet.PATH + "/*")
public class ScimServlet extends HttpServlet {
    public static final String PATH = "/scim/v2";
    private static final long serialVersionUID = 1L;
    private static final String TYPE = "application/scim+json";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_RESULTS = 200;
    private static final int USUAL_RESULTS = 100;
    private static final int NOT_IMPLEMENTED = 501;

    @Inject
    transient ScimAccess access;

    @Inject
    transient ScimUsers users;

    @Inject
    transient ScimGroups groups;

    @Inject
    transient SiteAddress site;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            String program = access.program(request, response);
            String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
            String[] parts = path.substring(1).split("/", -1);
            switch (parts[0]) {
                case "Users" -> resources(users, program, parts, request, response);
                case "Groups" -> resources(groups, program, parts, request, response);
                case "ServiceProviderConfig" -> described(request, response, "service-provider-config", parts);
                case "ResourceTypes" -> described(request, response, "resource-types", parts);
                case "Schemas" -> described(request, response, "schemas", parts);
                case "Bulk", "Me" -> throw ScimException.of(NOT_IMPLEMENTED, "This server has no " + parts[0] + ".");
                default -> throw ScimException.missing("resource " + path);
            }
        } catch (ScimException e) {
            answer(response, e.status(), ScimResources.error(e.status(), e.type(), e.detail()));
        }
    }

    private static void resources(
            ScimKind kind, String program, String[] parts, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean one = parts.length == 2 && !parts[1].isEmpty();
        if (parts.length > 2) {
            throw ScimException.missing("resource " + request.getPathInfo());
        }
        String id = one ? parts[1] : "";
        Precondition ifMatch = new Precondition(Optional.ofNullable(request.getHeader("If-Match")));
        switch (request.getMethod() + (one ? " one" : " all")) {
            case "GET all" -> list(kind, request, response);
            case "POST all" -> {
                String made = kind.create(program, body(request));
                show(kind, made, HttpServletResponse.SC_CREATED, request, response);
            }
            case "GET one" -> show(kind, id, HttpServletResponse.SC_OK, request, response);
            case "PUT one" -> {
                ObjectNode wanted = body(request);
                kind.change(program, id, ifMatch, known -> wanted);
                show(kind, id, HttpServletResponse.SC_OK, request, response);
            }
            case "PATCH one" -> {
                ObjectNode patch = body(request);
                kind.change(program, id, ifMatch, known -> ScimPatch.apply(known, patch));
                show(kind, id, HttpServletResponse.SC_OK, request, response);
            }
            case "DELETE one" -> {
                kind.delete(program, id, ifMatch);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default ->
                throw ScimException.of(
                        HttpServletResponse.SC_METHOD_NOT_ALLOWED, "This cannot be done with this resource.");
        }
    }

    private static void list(ScimKind kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int start = Math.max(1, number(request, "startIndex", 1));
        int most = Math.clamp(number(request, "count", USUAL_RESULTS), 0, MOST_RESULTS);
        Page page = kind.list(Optional.ofNullable(request.getParameter("filter")), start, most);
        page.resources().forEach(resource -> ScimJson.keepOnly(resource, wanted(request)));
        answer(response, HttpServletResponse.SC_OK, ScimResources.list(page.resources(), page.total(), start));
    }

    private static void show(
            ScimKind kind, String id, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ObjectNode resource = kind.read(id);
        String version = resource.path("meta").path("version").asText();
        response.setHeader("ETag", version);
        response.setHeader("Location", resource.path("meta").path("location").asText());
        String known = request.getHeader("If-None-Match");
        if (known != null && request.getMethod().equals("GET") && Precondition.names(known, version)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        ScimJson.keepOnly(resource, wanted(request));
        answer(response, status, resource);
    }

    /** The attributes that are asked for (true), or not to be sent (false). */
    private static Map<String, Boolean> wanted(HttpServletRequest request) {
        Map<String, Boolean> wanted = new HashMap<>();
        names(request.getParameter("excludedAttributes")).forEach(name -> wanted.put(name, false));
        names(request.getParameter("attributes")).forEach(name -> wanted.put(name, true));
        return wanted;
    }

    /** A part of an attribute is sent with the whole of it. */
    private static List<String> names(@Nullable String list) {
        return list == null
                ? List.of()
                : List.of(list.split(",", -1)).stream()
                        .map(name -> ScimSchemas.withoutUrn(name.strip()).toLowerCase(Locale.ROOT))
                        .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private void described(HttpServletRequest request, HttpServletResponse response, String file, String[] parts)
            throws IOException {
        if (!request.getMethod().equals("GET")) {
            throw ScimException.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "This can only be read.");
        }
        JsonNode all = ScimSchemas.read(file, site.page(PATH));
        if (!(all instanceof ArrayNode many)) {
            answer(response, HttpServletResponse.SC_OK, all);
        } else if (parts.length > 1) {
            for (JsonNode one : many) {
                if (one.path("id").asText().equals(parts[1])) {
                    answer(response, HttpServletResponse.SC_OK, one);
                    return;
                }
            }
            throw ScimException.missing("description " + parts[1]);
        } else {
            List<ObjectNode> resources =
                    many.valueStream().map(ObjectNode.class::cast).toList();
            answer(response, HttpServletResponse.SC_OK, ScimResources.list(resources, resources.size(), 1));
        }
    }

    private static int number(HttpServletRequest request, String name, int otherwise) {
        String text = request.getParameter(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw ScimException.bad("invalidValue", name + " is no number.");
        }
        return Integer.parseInt(text);
    }

    private static ObjectNode body(HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (!type.startsWith(TYPE) && !type.startsWith("application/json")) {
            throw ScimException.of(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "The body is " + TYPE + ".");
        }
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw ScimException.of(
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "A body has at most " + MOST_BYTES + " bytes.");
        }
        return ScimJson.object(new String(bytes, StandardCharsets.UTF_8));
    }

    private static void answer(HttpServletResponse response, int status, JsonNode json) throws IOException {
        byte[] bytes = ScimJson.MAPPER.writeValueAsBytes(json);
        response.setStatus(status);
        response.setContentType(TYPE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
