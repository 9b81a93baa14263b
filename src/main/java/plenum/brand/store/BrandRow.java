package plenum.brand.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.brand.Brand;
import plenum.brand.Brand.Item;

/** The one row of {@code brand}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "brand")
class BrandRow {
    @Id
    boolean id = true;

    String name;
    String accentLight;
    String accentDark;
    String footer;
    String hosting;
    String eco;
    String imprint;
    String privacy;
    String terms;

    byte[] logo;

    /** When the logo was uploaded; null: Plenum's own. */
    Instant logoAt;

    Instant changedAt;

    protected BrandRow() {
        // for Hibernate
    }

    void set(Brand brand, Instant now) {
        name = text(brand, Item.NAME);
        accentLight = text(brand, Item.ACCENT_LIGHT);
        accentDark = text(brand, Item.ACCENT_DARK);
        footer = text(brand, Item.FOOTER);
        hosting = text(brand, Item.HOSTING);
        eco = text(brand, Item.ECO);
        imprint = text(brand, Item.IMPRINT);
        privacy = text(brand, Item.PRIVACY);
        terms = text(brand, Item.TERMS);
        changedAt = now;
    }

    private static String text(Brand brand, Item item) {
        return brand.text(item).orElse("");
    }

    Brand toBrand() {
        return new Brand(
                Map.of(
                        Item.NAME, name,
                        Item.ACCENT_LIGHT, accentLight,
                        Item.ACCENT_DARK, accentDark,
                        Item.FOOTER, footer,
                        Item.HOSTING, hosting,
                        Item.ECO, eco,
                        Item.IMPRINT, imprint,
                        Item.PRIVACY, privacy,
                        Item.TERMS, terms),
                Optional.ofNullable(logoAt),
                changedAt);
    }
}
