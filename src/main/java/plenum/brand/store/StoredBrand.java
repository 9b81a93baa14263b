package plenum.brand.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import plenum.brand.Brand;
import plenum.brand.BrandStore;
import plenum.brand.Logo;

/** The brand in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredBrand implements BrandStore {
    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public Brand read() {
        return row().toBrand();
    }

    @Override
    public void save(Brand brand) {
        row().set(brand, clock.instant());
    }

    @Override
    public Optional<Logo> logo() {
        return Optional.ofNullable(row().logo).map(Logo::new);
    }

    @Override
    public void saveLogo(Optional<Logo> logo) {
        BrandRow row = row();
        row.logo = logo.map(Logo::png).orElse(null);
        row.logoAt = logo.map(some -> clock.instant()).orElse(null);
    }

    private BrandRow row() {
        return entities.find(BrandRow.class, true);
    }
}
