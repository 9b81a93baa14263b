package plenum.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plenum.platform.Messages;

/**
 * The URLs of the browser code for pages. They contain a hash of the code, so that browsers may cache it for ever, and all of a page's
 * modules are named in the page, so that none waits for the import of another. A page contains the texts that its modules use; the texts of
 * modules that are loaded later are files beside them: {@code stage/meeting-page.de.json} beside {@code stage/meeting-page.js};
 * so are their style sheets.
 */
@Named
@ApplicationScoped
public class Modules {
    private static final String FOLDER = "/app/";
    private static final String RELEASED = "/app-";
    /** The one module of a page that imports others later. */
    private static final String MEETING = "main.js";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ServletContext context;

    private final Map<String, ServedModule> served = new HashMap<>();
    private final Map<String, ModuleTexts> texts = new ConcurrentHashMap<>();
    private ModuleGraph graph = new ModuleGraph(Map.of());
    private String root = "";

    @PostConstruct
    void read() {
        Map<String, String> sources = new HashMap<>();
        collect(FOLDER, ".js", sources);
        Map<String, String> styles = new HashMap<>();
        collect(FOLDER, ".css", styles);
        graph = new ModuleGraph(sources);
        Map<String, String> later = textsOfLaterModules();
        Map<String, String> beside = new HashMap<>(later);
        beside.putAll(styles);
        root = RELEASED + graph.version(beside) + "/";
        sources.forEach((path, source) -> served.put(root + path, ServedModule.code(source)));
        styles.forEach((path, source) -> served.put(root + path, ServedModule.style(source)));
        later.forEach((path, json) -> served.put(root + path, ServedModule.texts(json)));
    }

    private void collect(String folder, String ending, Map<String, String> sources) {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.endsWith("/")) {
                collect(path, ending, sources);
            } else if (path.endsWith(ending)) {
                sources.put(path.substring(FOLDER.length()), text(path));
            }
        }
    }

    private String text(String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private Map<String, String> textsOfLaterModules() {
        Map<String, String> all = new HashMap<>();
        for (String path : graph.importedLaterFrom(MEETING)) {
            for (Locale language : Language.all()) {
                SortedMap<String, String> missing = texts(path, language);
                missing.keySet().removeAll(texts(MEETING, language).keySet());
                all.put(path.replaceFirst("\\.js$", "." + language.getLanguage() + ".json"), json(missing));
            }
        }
        return all;
    }

    private static String json(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are strings", e);
        }
    }

    /** Addresses of a page's module and of all that it imports, itself first. */
    public List<String> of(String entry) {
        String start = context.getContextPath() + root;
        return graph.reachedFrom(entry).stream().map(start::concat).toList();
    }

    /** The texts that a page's module and all that it imports use. */
    SortedMap<String, String> texts(String entry, Locale language) {
        return texts.computeIfAbsent(entry, this::read).in(Messages.in(language));
    }

    private ModuleTexts read(String entry) {
        Collection<String> paths = graph.reachedFrom(entry);
        return new ModuleTexts(paths.stream().map(graph::source).toList());
    }

    /** The module at a path below the context's; null when this release has none. */
    @Nullable
    ServedModule at(String path) {
        return served.get(path);
    }
}
