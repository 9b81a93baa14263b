package plenum.drive;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.Identities;
import plenum.drive.FileTickets.Use;
import plenum.drive.Listing.By;
import plenum.drive.Listing.Order;

/**
 * {@code GET /files/pictures}: the latest pictures of somebody's own drive, with addresses that only they can use, and the drive's id for
 * uploads. For what takes pictures from the drive and puts some there without being a page of it, such as a board.
 */
@WebServlet(name = "own-pictures", urlPatterns = "/files/pictures")
@NullUnmarked
public class PicturesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    transient Identities identities;

    @Inject
    transient Drives drives;

    @Inject
    transient DriveItems items;

    @Inject
    transient FileTickets tickets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Account> who = identities.of(request).known();
        if (who.isEmpty()) {
            write(response, HttpServletResponse.SC_UNAUTHORIZED, Map.of("why", "SIGNED_OUT"));
            return;
        }
        Optional<DriveSpace> own = drives.spaces(Viewer.of(who.get())).stream()
                .filter(space -> space.kind() == DriveSpace.Kind.OWN)
                .findFirst();
        if (own.isEmpty()) {
            write(response, HttpServletResponse.SC_NOT_FOUND, Map.of("why", "NOT_FOUND"));
            return;
        }
        Listing latest = new Listing.Pictures(own.get().id(), new Order(By.CHANGED, true));
        List<Map<String, String>> pictures = items.list(latest, 0, MOST).stream()
                .map(item -> told(item, who.get(), request.getContextPath()))
                .toList();
        write(
                response,
                HttpServletResponse.SC_OK,
                Map.of("drive", own.get().id().toString(), "pictures", pictures));
    }

    private Map<String, String> told(DriveItem item, Account who, String contextPath) {
        boolean pictured = item.content().flatMap(DriveItem.Content::preview).isPresent();
        return Map.of(
                "name", item.name().text(),
                "address", address(item, Use.INLINE, who, contextPath),
                "preview", pictured ? address(item, Use.PREVIEW, who, contextPath) : "");
    }

    private String address(DriveItem item, Use use, Account who, String contextPath) {
        return FileServlet.address(contextPath, tickets.issue(item.id(), 0, use, false, who.id()), item.name());
    }

    private static void write(HttpServletResponse response, int status, Object answer) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(JSON.writeValueAsBytes(answer));
    }
}
