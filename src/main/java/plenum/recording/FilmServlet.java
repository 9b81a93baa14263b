package plenum.recording;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.Identities;

/** {@code GET /recordings/film/{id}}: a film for its owner, whole or a range of it (RFC 9110 section 14), so that players can seek. For all others there is none. */
@WebServlet(name = "recording-film", urlPatterns = "/recordings/film/*")
public class FilmServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Identities identities;

    @Inject
    transient Recordings recordings;

    @Inject
    transient RecordingDelivery delivery;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Recording.Film> film = identities.of(request).known().flatMap(owner -> film(request, owner));
        if (film.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(film.get(), request, response);
    }

    private Optional<Recording.Film> film(HttpServletRequest request, Account owner) {
        return RecordingIds.parse(request.getPathInfo(), 1)
                .flatMap(recordings::find)
                .filter(recording -> recording.owner().equals(owner.id()))
                .flatMap(Recording::film)
                .filter(delivery::has);
    }

    private void send(Recording.Film film, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = '"' + film.sha256() + '"';
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Content-Security-Policy", "default-src 'none'; media-src 'self'; sandbox");
        response.setContentType("video/mp4");
        String how = request.getParameter("download") == null ? "inline" : "attachment";
        response.setHeader("Content-Disposition", how + "; filename*=UTF-8''" + encoded(film.file()));
        String unchanged = request.getHeader("If-Range");
        Optional<String> asked = Optional.ofNullable(request.getHeader("Range"))
                .filter(range -> unchanged == null || unchanged.equals(tag));
        Optional<ByteRange> range = asked.flatMap(text -> ByteRange.parse(text, film.bytes()));
        if (asked.isPresent() && range.isEmpty()) {
            response.setHeader("Content-Range", "bytes */" + film.bytes());
            response.sendError(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        ByteRange sent = range.orElse(new ByteRange(0, film.bytes()));
        if (range.isPresent()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(sent.from(), sent.to() - 1, film.bytes()));
        }
        response.setContentLengthLong(sent.length());
        if (!"HEAD".equals(request.getMethod())) {
            try (InputStream bytes = delivery.read(film, sent.from(), sent.length())) {
                bytes.transferTo(response.getOutputStream());
            }
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
