/**
 * The moderation desk: a PrimeFaces page beside the stage, or on a second screen, for everybody who moderates. It gets the messages that the
 * moderator's tab gets, and each click is a message through the same permission table and the same topics as one from the tab.
 */
@NullMarked
package plenum.desk;

import org.jspecify.annotations.NullMarked;
