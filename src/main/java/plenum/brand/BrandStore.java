package plenum.brand;

import java.util.Optional;

/** Where the brand is kept. Blocks on the database. */
public interface BrandStore {
    Brand read();

    void save(Brand brand);

    Optional<Logo> logo();

    /** Empty: Plenum's own again. */
    void saveLogo(Optional<Logo> logo);
}
