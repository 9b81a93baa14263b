package plenum.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a missing or malformed nonce in a form by a new one. PrimeFaces takes the nonce of a page from its forms and would fail on such
 * a one; scripts with a nonce that a sender invented do not run.
 */
public class FormNonceFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String NONCE = "primefaces.nonce";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean form = "POST".equals(request.getMethod());
        chain.doFilter(form && !isNonce(request.getParameter(NONCE)) ? new FreshNonce(request) : request, response);
    }

    /** Whether PrimeFaces would take it: a UUID's text in Base64. */
    static boolean isNonce(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            UUID.fromString(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static final class FreshNonce extends HttpServletRequestWrapper {
        private final String nonce =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

        FreshNonce(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return NONCE.equals(name) ? nonce : super.getParameter(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            return NONCE.equals(name) ? new String[] {nonce} : super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> parameters = new TreeMap<>(super.getParameterMap());
            parameters.put(NONCE, new String[] {nonce});
            return parameters;
        }
    }
}
