package plenum.admin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Counts answers that are our fault, for the console's overview. */
@WebFilter(filterName = "failure-count", urlPatterns = "/*", asyncSupported = true)
public class FailureCount extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Pulse pulse;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean done = false;
        try {
            chain.doFilter(request, response);
            done = true;
        } finally {
            if (!done || response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                pulse.failed();
            }
        }
    }
}
