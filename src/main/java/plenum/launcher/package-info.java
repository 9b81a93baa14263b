/**
 * The launcher behind {@code ./plenum}: starts and stops every part of Plenum on one machine. A leaf: it knows processes, ports and
 * files, nothing of the application, and it is not part of the WAR. Its class path is the JDK, the JDBC driver and an unpacker.
 */
@NullMarked
package plenum.launcher;

import org.jspecify.annotations.NullMarked;
