package plenum.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The launcher and the media server are programs of their own, with rules of their own. */
final class OnlyTheApplication implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return !location.contains("plenum/launcher") && !location.contains("plenum/mediaserver");
    }
}
