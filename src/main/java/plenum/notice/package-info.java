/** What somebody is told at once: what happens is said here, and how it reaches people is decided by those who listen. */
@NullMarked
package plenum.notice;

import org.jspecify.annotations.NullMarked;
