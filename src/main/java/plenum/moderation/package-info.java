/** What moderators do to others. */
@NullMarked
package plenum.moderation;

import org.jspecify.annotations.NullMarked;
