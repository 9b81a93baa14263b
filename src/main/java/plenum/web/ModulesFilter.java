package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Serves the modules of this release under their hashed URLs. Modules of another release are not found, so that a tab never mixes two. */
public class ModulesFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Modules modules;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServedModule module = modules.at(request.getServletPath());
        if (module == null) {
            chain.doFilter(request, response);
            return;
        }
        String accepted = request.getHeader("Accept-Encoding");
        boolean packed = accepted != null && accepted.contains("gzip");
        byte[] body = packed ? module.packed() : module.plain();
        response.setContentType(module.type());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        if (packed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
