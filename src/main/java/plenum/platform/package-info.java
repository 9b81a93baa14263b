/**
 * What every part of the application needs: settings, mailboxes, clock, randomness, timers, rate limits, and texts. A leaf: knows no other
 * package.
 */
@NullMarked
package plenum.platform;

import org.jspecify.annotations.NullMarked;
