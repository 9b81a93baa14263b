package plenum.platform;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one feature keeps about people who have an account. An {@code @ApplicationScoped} bean that implements this is found by itself; a test
 * reads the schema and fails on a column that refers to a person and that no part covers. Blocks on the database.
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
