package plenum.platform;

/** Event: the database has all its tables. */
public record SchemaReady() {}
