/** The chat of a meeting: stored first, then told. Plain Java; Hibernate is in {@code chat.store}. */
@NullMarked
package plenum.chat;

import org.jspecify.annotations.NullMarked;
