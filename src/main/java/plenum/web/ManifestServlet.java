package plenum.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import plenum.platform.Messages;
import plenum.policy.Policy;

/** Serves the web application manifest, in the reader's language (W3C Web Application Manifest). */
@WebServlet(name = "manifest", urlPatterns = "/plenum.webmanifest")
public class ManifestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BACKGROUND = "#101615";

    @Inject
    transient Policy policy;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/manifest+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Language, Cookie");
        JSON.writeValue(
                response.getWriter(),
                manifest(Language.nearest(languageOf(request), Language.offered(policy)), request.getContextPath()));
    }

    static Map<String, Object> manifest(Locale language, String path) {
        ResourceBundle texts = Messages.in(language);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", path + "/");
        manifest.put("name", texts.getString("product"));
        manifest.put("short_name", texts.getString("product"));
        manifest.put("description", texts.getString("start.lead"));
        manifest.put("lang", language.toLanguageTag());
        manifest.put("start_url", path + "/");
        manifest.put("scope", path + "/");
        manifest.put("display", "standalone");
        manifest.put("background_color", BACKGROUND);
        manifest.put("theme_color", BACKGROUND);
        manifest.put("categories", List.of("business", "productivity"));
        manifest.put(
                "icons",
                List.of(
                        icon(path, "logo.svg", "any", "any", "image/svg+xml"),
                        icon(path, "icon-192.png", "192x192", "any", "image/png"),
                        icon(path, "icon-512.png", "512x512", "any", "image/png"),
                        icon(path, "icon-maskable-512.png", "512x512", "maskable", "image/png")));
        manifest.put(
                "share_target",
                Map.of(
                        "action",
                        path + SharedTextServlet.PATH,
                        "method",
                        "GET",
                        "params",
                        Map.of("title", "title", "text", "text", "url", "url")));
        manifest.put("shortcuts", List.of(Map.of("name", texts.getString("start.new"), "url", path + "/new")));
        return manifest;
    }

    private static Map<String, String> icon(String path, String file, String sizes, String purpose, String type) {
        return Map.of("src", path + "/images/" + file, "sizes", sizes, "purpose", purpose, "type", type);
    }

    private static Locale languageOf(HttpServletRequest request) {
        return Language.chosenIn(request)
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(wanted -> Language.byTag(wanted.getLanguage()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(Language.all().getFirst());
    }
}
