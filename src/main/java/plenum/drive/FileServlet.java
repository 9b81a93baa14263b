package plenum.drive;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.account.Identities;
import plenum.drive.DriveItem.Content;
import plenum.drive.DriveItem.Preview;
import plenum.drive.FileAccess.Served;
import plenum.drive.FileTickets.Ticket;
import plenum.drive.FileTickets.Use;
import plenum.storage.LocalStorage;
import plenum.storage.ObjectKey;
import plenum.storage.Storage;
import plenum.storage.StorageException;

/**
 * Serves a file under {@code /files/TICKET/NAME}, the whole or a range, so that nothing in it runs: its type is what its bytes are or no type
 * at all, a browser may not guess another one, and if it makes a page of it, that page has no origin, no scripts and loads nothing. The name
 * in the address is for people; what counts is the ticket.
 */
@WebServlet(name = "files", urlPatterns = "/files/*")
public class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(FileServlet.class);
    private static final String NOTHING_RUNS =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; frame-ancestors"
                    + " 'self'; sandbox";
    private static final int BUFFER = 65_536;

    @Inject
    transient FileTickets tickets;

    @Inject
    transient FileAccess access;

    @Inject
    transient Identities identities;

    @Inject
    transient Storages storages;

    @Inject
    transient LocalStorage local;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Ticket> ticket = tickets.read(ticketIn(request.getPathInfo()));
        Optional<Served> served =
                AttachedFiles.in(request).or(() -> ticket.flatMap(found -> access.of(found, identities.of(request))));
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (served.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            serve(ticket.map(Ticket::use).orElse(Use.DOWNLOAD), served.get(), request, response);
        } catch (StorageException e) {
            log.warn("a file could not be served: {}", e.reason());
            if (!response.isCommitted()) {
                response.reset();
                response.setStatus(
                        e.reason() == StorageException.Reason.NOT_FOUND
                                ? HttpServletResponse.SC_NOT_FOUND
                                : HttpServletResponse.SC_BAD_GATEWAY);
            }
        }
    }

    private static String ticketIn(@Nullable String path) {
        String rest = path == null ? "" : path.substring(1);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    private void serve(Use use, Served served, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Content content = served.content();
        if (use == Use.PREVIEW) {
            picture(content, 0, request, response);
            return;
        }
        Optional<Integer> page = page(request);
        if (use == Use.INLINE && page.isPresent()) {
            picture(content, page.get(), request, response);
            return;
        }
        String type = FileTypes.served(content.type());
        boolean inline = use == Use.INLINE && FileTypes.isInline(content.type());
        if (!inline && !served.download()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader(
                "Content-Disposition",
                disposition(inline ? "inline" : "attachment", served.item().name()));
        String charset = type.equals("text/plain") ? ";charset=utf-8" : "";
        Storage storage = storages.of(served.item());
        send(new Body(storage, content.key(), 0, content.size(), type + charset, content.sha256()), request, response);
    }

    /** Of a document, from 1. */
    private static Optional<Integer> page(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("page"))
                .filter(text -> text.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf);
    }

    /** @param number 0 for the small one; else of a page */
    private void picture(Content content, int number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Preview> preview = content.preview();
        Optional<PagePictures.Place> place =
                preview.isEmpty() ? Optional.empty() : PagePictures.place(local, preview.get(), number);
        if (place.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ObjectKey key = preview.get().key();
        response.setHeader("Cache-Control", "private, max-age=3600");
        response.setHeader("Content-Disposition", "inline");
        String type = number == 0 ? "image/png" : "image/jpeg";
        String tag = "p" + key.id() + "-" + number;
        send(new Body(local, key, place.get().from(), place.get().length(), type, tag), request, response);
    }

    /** What is sent: all of an object, or a part of it. */
    private record Body(Storage storage, ObjectKey key, long start, long size, String type, String tag) {}

    private static void send(Body body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = "\"" + body.tag() + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Accept-Ranges", "bytes");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String condition = request.getHeader("If-Range");
        String asked = condition == null || condition.equals(tag) ? request.getHeader("Range") : null;
        response.setContentType(body.type());
        switch (ByteRange.parse(asked, body.size())) {
            case ByteRange.Asked.Whole() -> copy(body, 0, body.size(), request, response);
            case ByteRange.Asked.Part(ByteRange range) -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + body.size());
                copy(body, range.first(), range.length(), request, response);
            }
            case ByteRange.Asked.Nothing() -> {
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader("Content-Range", "bytes */" + body.size());
            }
        }
    }

    private static void copy(
            Body body, long from, long length, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLengthLong(length);
        if (request.getMethod().equals("HEAD") || length == 0) {
            return;
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = body.storage().read(body.key(), body.start() + from, length)) {
            OutputStream out = response.getOutputStream();
            long left = length;
            while (left > 0) {
                int count = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new StorageException(StorageException.Reason.DAMAGED, "a file is shorter than it was");
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    /** RFC 6266: the name in ASCII for old programs, and as it is. */
    static String disposition(String kind, FileName name) {
        String ascii = name.text().replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String encoded = URLEncoder.encode(name.text(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return kind + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    /** Where a file is served. */
    public static String address(String contextPath, String ticket, FileName name) {
        return contextPath + "/files/" + ticket + "/"
                + URLEncoder.encode(name.text(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
