package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.UUID;
import plenum.calendar.Preference;
import plenum.calendar.Preferences;

/** Preferences in PostgreSQL; who never changed theirs has none there. */
@ApplicationScoped
@Transactional
public class StoredPreferences implements Preferences {
    @PersistenceContext
    EntityManager entities;

    @Override
    public Preference of(UUID account, ZoneId zone) {
        PreferenceRow row = entities.find(PreferenceRow.class, account);
        return row == null ? Preference.usual(zone) : row.toPreference(zone);
    }

    @Override
    public void store(UUID account, Preference preference) {
        entities.merge(new PreferenceRow(account, preference));
    }
}
