package plenum.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import plenum.conference.Conference;

/**
 * The application's classes, wherever they were compiled to. Not the tests, which lie elsewhere, and not the launcher and the media server,
 * which are programs of their own with rules of their own.
 */
final class OnlyTheApplication implements ImportOption {
    private static final String CLASSES =
            Conference.class.getProtectionDomain().getCodeSource().getLocation().toString();

    @Override
    public boolean includes(Location location) {
        return location.asURI().toString().startsWith(CLASSES)
                && !location.contains("plenum/launcher")
                && !location.contains("plenum/mediaserver");
    }
}
