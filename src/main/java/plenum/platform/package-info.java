/** What every part needs and no part owns: settings, mailboxes, clock and random producers. A leaf. */
@NullMarked
package plenum.platform;

import org.jspecify.annotations.NullMarked;
