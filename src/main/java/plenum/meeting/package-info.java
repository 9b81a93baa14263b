/**
 * The stored meeting: name, code, link, rules, password, and the places of the people in it. Decides how often codes and passwords may be
 * guessed. Plain Java; Hibernate is in {@code meeting.store}.
 */
@NullMarked
package plenum.meeting;

import org.jspecify.annotations.NullMarked;
