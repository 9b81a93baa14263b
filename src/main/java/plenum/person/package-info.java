/**
 * The socket of somebody who is signed in, one for each of their open pages. Decides who has one, and tells all pages of an account what
 * concerns it: reminders, and what takes place today.
 */
@NullMarked
package plenum.person;

import org.jspecify.annotations.NullMarked;
