package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import plenum.account.Account;
import plenum.drive.FileAccess.Served;

/**
 * Files that people attach to something else of theirs. Who may open them there is up to the caller; each time it is looked up whether the file is
 * still there and its owner still has it. Blocks on the database.
 */
@ApplicationScoped
public class AttachedFiles {
    private static final String ATTACHED = AttachedFiles.class.getName();

    @Inject
    Drives drives;

    @Inject
    DriveItems items;

    /** @param size in bytes */
    public record Attachable(UUID id, String name, long size) {}

    /** Files in drives of somebody with these words in their name or text. */
    public List<Attachable> search(Account owner, String words, int most) {
        Viewer viewer = Viewer.of(owner);
        return drives.spaces(viewer).stream()
                .flatMap(space -> found(space.id(), words, owner, most))
                .filter(file -> mine(file.id(), owner).isPresent())
                .limit(most)
                .toList();
    }

    private Stream<Attachable> found(UUID drive, String words, Account owner, int most) {
        return items
                .list(new Listing.Search(drive, words, owner.language().getLanguage(), Listing.Order.STANDARD), 0, most)
                .stream()
                .filter(item -> !item.isFolder())
                .map(AttachedFiles::attachable);
    }

    /** A file that somebody has, and may give to others. */
    public Optional<Attachable> mine(UUID item, Account owner) {
        return owned(item, owner).map(AttachedFiles::attachable);
    }

    private Optional<DriveItem> owned(UUID item, Account owner) {
        return items.find(item, Viewer.of(owner))
                .filter(found -> found.access() == Access.OWN)
                .map(DriveItems.Found::item)
                .filter(found -> !found.isFolder() && found.trashedAt().isEmpty());
    }

    private static Attachable attachable(DriveItem item) {
        return new Attachable(item.id(), item.name().text(), item.size());
    }

    /** Answers with a file, for whoever the caller lets; 404 when its owner has it no longer. */
    public void send(UUID item, Account owner, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Served> served =
                owned(item, owner).flatMap(file -> file.content().map(content -> new Served(file, content, true)));
        if (served.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute(ATTACHED, served.get());
        request.getRequestDispatcher("/files/attached").forward(new AsGet(request), response);
    }

    /** What {@link #send} has found; no client can say it. */
    static Optional<Served> in(HttpServletRequest request) {
        return request.getAttribute(ATTACHED) instanceof Served served ? Optional.of(served) : Optional.empty();
    }

    /** A form that shows a secret is sent by POST; the file is answered like any other. */
    private static final class AsGet extends HttpServletRequestWrapper {
        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
