package plenum.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Commands of the operator, {@code ./plenum admin}: the actions of the console, from this machine alone and with the secret of {@link CommandToken}. A
 * request is a form: {@code action}, and a {@code value} for each parameter in its order; the answer is plain text. To everybody else there is nothing here.
 */
@WebServlet(name = "admin-commands", urlPatterns = CommandServlet.PATH)
public class CommandServlet extends HttpServlet {
    static final String PATH = "/admin-commands";
    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";

    @Inject
    transient CommandToken token;

    @Inject
    transient AdminConsole console;

    @Inject
    transient AdminTables tables;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOperator(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        switch (request.getMethod()) {
            case "GET" -> answer(response, HttpServletResponse.SC_OK, help());
            case "POST" -> command(request, response);
            default -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    /** A proxy of the operator's is on this machine, too: what it passes on comes from elsewhere. */
    private boolean isOperator(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && authorization != null
                && authorization.startsWith(BEARER)
                && token.is(authorization.substring(BEARER.length()).strip());
    }

    private void command(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("action");
        String[] given = request.getParameterValues("value");
        List<String> values = given == null ? List.of() : List.of(given);
        try {
            String said = tables.names().contains(name)
                    ? tables.text(name, values.isEmpty() ? "" : values.getFirst())
                    : words(perform(name == null ? "" : name, values));
            answer(response, HttpServletResponse.SC_OK, said);
        } catch (RefusedException e) {
            answer(response, HttpServletResponse.SC_CONFLICT, e.in(Locale.ENGLISH));
        }
    }

    private Done perform(String name, List<String> values) {
        AdminAction action = console.action(name).orElseThrow(() -> new RefusedException("action", name));
        if (values.size() > action.parameters().size()) {
            throw new RefusedException("too-many-values", usage(action));
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.put(action.parameters().get(i).replace("?", ""), values.get(i));
        }
        return console.perform(Actor.operator(), name, new Arguments(named));
    }

    private static String words(Done done) {
        String change = done.before().isPresent() && done.after().isPresent()
                ? ": " + done.before().get() + " -> " + done.after().get()
                : "";
        return done.output().orElse(done.subject() + change);
    }

    private String help() {
        return "lists: " + String.join(" ", tables.names()) + "\n"
                + console.actions().stream().map(CommandServlet::usage).collect(Collectors.joining("\n"));
    }

    /** {@code user-plan USER [PLAN]}. */
    private static String usage(AdminAction action) {
        return action.name()
                + action.parameters().stream()
                        .map(name -> name.endsWith("?")
                                ? " [" + name.substring(0, name.length() - 1).toUpperCase(Locale.ROOT) + "]"
                                : " " + name.toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    private static void answer(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(text + "\n");
    }
}
