package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Throttle;

/** Answers 400 to a form that none of our pages can send, before pages and the database fail on it. Logs a line now and then. */
public class MalformedFormFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(MalformedFormFilter.class);
    private static final String VIEW_STATE = "jakarta.faces.ViewState";
    /** What Faces writes into its forms: nothing is kept for most pages, and an id of what is kept on the server for others. */
    private static final Pattern STATE = Pattern.compile("stateless|-?\\d{1,20}:-?\\d{1,20}");

    @Inject
    transient InstantSource clock;

    private transient @Nullable Throttle notices;

    @Override
    public void init() {
        notices = new Throttle(1, Duration.ofMinutes(10), clock);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String problem = "POST".equals(request.getMethod()) ? problemOf(request) : null;
        if (problem == null) {
            chain.doFilter(request, response);
            return;
        }
        Throttle limit = notices;
        if (limit != null && limit.tryTake(problem)) {
            log.info("forms with {} are refused", problem);
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }

    private static @Nullable String problemOf(HttpServletRequest request) {
        try {
            return problemOf(request.getParameterMap());
        } catch (RuntimeException e) {
            // the container throws what it likes; all of it is about what was sent
            log.debug("a form cannot be read", e);
            return "a body that cannot be read";
        }
    }

    /** The defect of a form; null when there is none. */
    static @Nullable String problemOf(Map<String, String[]> form) {
        if (form.entrySet().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.getKey()), Stream.of(field.getValue())))
                .anyMatch(text -> text.indexOf('\0') >= 0)) {
            return "a NUL character";
        }
        boolean known = Stream.of(form.getOrDefault(VIEW_STATE, new String[0]))
                .allMatch(state -> STATE.matcher(state).matches());
        return known ? null : "a foreign view state";
    }
}
