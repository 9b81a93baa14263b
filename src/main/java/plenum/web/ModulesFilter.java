package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves the modules of this release under their lasting address. Those of another release are not there: parts of two never meet in one tab. */
public class ModulesFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Modules modules;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String file = modules.fileAt(request.getServletPath());
        if (file == null) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            request.getRequestDispatcher(file).forward(request, response);
        }
    }
}
