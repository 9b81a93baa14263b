package plenum.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where pages find the browser code: under a name that changes with it, so that browsers may keep it for good, and all of it named at once, so
 * that it comes without one module waiting for the next.
 */
@Named
@ApplicationScoped
public class Modules {
    private static final String FOLDER = "/app/";
    private static final String RELEASED = "/app-";

    @Inject
    ServletContext context;

    private final Map<String, Module> modules = new HashMap<>();
    private ModuleGraph graph = new ModuleGraph(Map.of());
    private String root = "";

    /** A module's bytes, and the same as gzip has them. */
    record Module(byte[] plain, byte[] packed) {
        static Module of(String source) {
            byte[] plain = source.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Module(plain, packed.toByteArray());
        }
    }

    @PostConstruct
    void read() {
        Map<String, String> sources = new HashMap<>();
        collect(FOLDER, sources);
        graph = new ModuleGraph(sources);
        root = RELEASED + graph.version() + "/";
        sources.forEach((path, source) -> modules.put(root + path, Module.of(source)));
    }

    private void collect(String folder, Map<String, String> sources) {
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.endsWith("/")) {
                collect(path, sources);
            } else if (path.endsWith(".js")) {
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

    /** Addresses of a page's module and of all that it imports, itself first. */
    public List<String> of(String entry) {
        String start = context.getContextPath() + root;
        return graph.reachedFrom(entry).stream().map(start::concat).toList();
    }

    /** The module at a path below the context's; null when there is none of this release. */
    @Nullable
    Module at(String path) {
        return modules.get(path);
    }
}
