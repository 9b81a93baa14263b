package plenum.drive;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the page of drives asks the database for. A page asks for the same many times while it is made; that is one question in each phase of a
 * request, because an action, a phase of its own, may change the answer.
 */
@RequestScoped
public class DriveFacts {
    @Inject
    Drives drives;

    @Inject
    DriveItems items;

    private Object phase = "";
    private final Once<List<DriveSpace>> spaces = new Once<>();
    private final Once<Optional<DriveSpace>> space = new Once<>();
    private final Once<List<Drives.Use>> uses = new Once<>();
    private final Once<List<DriveItem>> path = new Once<>();
    private final Once<Long> count = new Once<>();

    /** What was known in another phase is not known in this one. */
    DriveFacts in(Object now) {
        if (!now.equals(phase)) {
            phase = now;
            List.of(spaces, space, uses, path, count).forEach(Once::forget);
        }
        return this;
    }

    List<DriveSpace> spaces(Viewer viewer) {
        return spaces.get(viewer, () -> drives.spaces(viewer));
    }

    Optional<DriveSpace> space(UUID drive) {
        return space.get(drive, () -> drives.space(drive));
    }

    List<Drives.Use> uses(UUID drive) {
        return uses.get(drive, () -> drives.uses(drive));
    }

    /** From the top to the folder; of a shared one, from what is shared. */
    List<DriveItem> path(UUID folder, Viewer viewer) {
        return path.get(folder, () -> items.path(folder).stream()
                .filter(item -> items.find(item.id(), viewer).isPresent())
                .toList());
    }

    long count(Listing listing) {
        return count.get(listing, () -> items.count(listing));
    }

    /** The last answer, with its question. */
    private static final class Once<T> {
        private @Nullable T answer;
        private @Nullable Object question;

        T get(Object asked, Supplier<T> ask) {
            T known = answer;
            if (known == null || !asked.equals(question)) {
                known = ask.get();
                answer = known;
                question = asked;
            }
            return known;
        }

        void forget() {
            answer = null;
        }
    }
}
