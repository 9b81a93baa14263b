/** Meetings and places in PostgreSQL, by Hibernate; Flyway keeps the schema. */
@NullMarked
package plenum.meeting.store;

import org.jspecify.annotations.NullMarked;
