package plenum.whiteboard;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import plenum.whiteboard.BoardPictures.Picture;
import plenum.whiteboard.BoardTickets.Right;
import plenum.whiteboard.BoardTickets.Ticket;

/**
 * Pictures of boards, for tabs that send a ticket in a header: {@code POST /board/pictures} stores one and answers its id, {@code GET
 * /board/pictures/{id}} returns it. Without a ticket for the board, every picture is not found.
 */
@WebServlet(name = "board-pictures", urlPatterns = "/board/pictures/*")
public class BoardPictureServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String TICKET = "X-Plenum-Board";
    /** For a conference to say what somebody may do. */
    private static final int PATIENCE_SECONDS = 5;

    @Inject
    transient BoardTickets tickets;

    @Inject
    transient BoardPictures pictures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Picture> picture = ticket(request, Right.SEE)
                .flatMap(ticket -> id(request).flatMap(id -> pictures.find(ticket.board(), id)));
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Content-Disposition", "attachment");
        response.setHeader("Cache-Control", "private, max-age=86400, immutable");
        response.setHeader("Vary", TICKET);
        response.setContentType(picture.get().type());
        response.setContentLength(picture.get().bytes().length);
        response.getOutputStream().write(picture.get().bytes());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Ticket> ticket = ticket(request, Right.ADD);
        if (ticket.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        byte[] bytes = request.getInputStream().readNBytes(BoardPictures.LARGEST + 1);
        Optional<String> type = PictureType.of(bytes, ticket.get().encrypted());
        if (bytes.length > BoardPictures.LARGEST || type.isEmpty()) {
            response.sendError(
                    type.isEmpty()
                            ? HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE
                            : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        Optional<UUID> id = pictures.add(ticket.get().board(), new Picture(type.get(), bytes));
        if (id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
            return;
        }
        response.setContentType("application/json");
        response.getWriter().write("{\"id\":\"" + id.get() + "\"}");
    }

    private Optional<Ticket> ticket(HttpServletRequest request, Right needed) {
        return Optional.ofNullable(request.getHeader(TICKET))
                .flatMap(tickets::find)
                .filter(ticket -> right(ticket).compareTo(needed) >= 0);
    }

    private static Right right(Ticket ticket) {
        CompletableFuture<Right> answer = new CompletableFuture<>();
        ticket.right().ask(answer::complete);
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Right.NONE;
        } catch (ExecutionException | TimeoutException e) {
            return Right.NONE;
        }
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        String path = request.getPathInfo();
        try {
            return path == null ? Optional.empty() : Optional.of(UUID.fromString(path.substring(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
