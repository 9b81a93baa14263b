/**
 * The chat of a meeting: each message is stored first and then sent. Decides who may write to whom, who may read, edit and remove a
 * message. Plain Java; Hibernate is in {@code chat.store}.
 */
@NullMarked
package plenum.chat;

import org.jspecify.annotations.NullMarked;
