/**
 * What moderators do to participants and to the rules of the meeting, and what they make everybody look at. Each act is one method and one line
 * in the audit log. Decides, too, who moderates when no moderator is left.
 */
@NullMarked
package plenum.moderation;

import org.jspecify.annotations.NullMarked;
