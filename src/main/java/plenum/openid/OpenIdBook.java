package plenum.openid;

import java.util.List;
import plenum.platform.Settings.OpenIdProvider;

/** The providers that admins manage, their clients' secrets sealed. Blocks on the database. */
public interface OpenIdBook {
    /**
     * One of them.
     *
     * @param provider its secret is blank when it was sealed with another {@code PLENUM_SECRET}
     * @param on whether people can sign in by it
     */
    record Entry(OpenIdProvider provider, boolean on) {}

    /** Whether secrets can be kept at all: not without {@code PLENUM_SECRET}. */
    boolean canKeep();

    /** By name. */
    List<Entry> all();

    /** In place of what has its id. */
    void keep(Entry entry);

    void remove(String id);
}
