package plenum.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes text that another program shares with the installed Plenum (W3C Web Share Target): a link of an invitation leads to its meeting.
 * Codes are looked up by the start page only, which throttles guessing.
 */
@WebServlet(name = "shared", urlPatterns = SharedTextServlet.PATH)
public class SharedTextServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/shared";

    /** Ten digits in a longer text, as the code of an invitation is written. */
    private static final Pattern CODE = Pattern.compile("\\b\\d{3}-\\d{4}-\\d{3}\\b");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String shared = Stream.of("url", "text", "title")
                .map(request::getParameter)
                .filter(Objects::nonNull)
                .reduce("", (all, part) -> all + part + "\n")
                .strip();
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(request.getContextPath() + placeFor(shared));
    }

    /** The page that goes on with a shared text, inside of this site whatever the text is. */
    static String placeFor(String shared) {
        Optional<MeetingAddress> address = MeetingAddress.parse(shared);
        if (address.isPresent() && address.get() instanceof MeetingAddress.ByLetters(var letters)) {
            return "/m/" + letters;
        }
        return CODE.matcher(shared)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .map(code -> "/?address=" + URLEncoder.encode(code, StandardCharsets.UTF_8))
                .orElse("/");
    }
}
