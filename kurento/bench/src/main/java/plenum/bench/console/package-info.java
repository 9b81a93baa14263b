/**
 * Measures the admins' console with a database that has years of use in it. Knows Plenum from outside, by its pages; it fills the database past the application.
 */
@NullMarked
package plenum.bench.console;

import org.jspecify.annotations.NullMarked;
