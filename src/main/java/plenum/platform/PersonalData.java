package plenum.platform;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The data that one feature stores about people who have an account: exports and erases them. CDI finds every {@code @ApplicationScoped}
 * bean that implements this; a test reads the schema and fails on a column that refers to a person and that no part covers. Its methods
 * block on the database.
 */
public interface PersonalData {
    /** The feature's name, as it stands in an export. */
    String feature();

    /** Columns that it covers, as {@code table.column}. */
    Set<String> columns();

    /** All of it, as texts, numbers, lists and maps of these; empty when there is nothing. */
    Map<String, Object> export(UUID account);

    /** Deletes it, in the caller's transaction. */
    void erase(UUID account);
}
