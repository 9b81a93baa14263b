/**
 * What admins do with this server: one object for each action, the same for the console's pages and for the commands of the operator. Decides who an action is
 * done for and writes one line of the audit in its transaction. Pages show, and ask for actions; they change nothing themselves.
 */
@NullMarked
package plenum.admin;

import org.jspecify.annotations.NullMarked;
