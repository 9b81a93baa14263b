package plenum.platform;

/** CDI event: the database has all its tables. */
public record SchemaReady() {}
