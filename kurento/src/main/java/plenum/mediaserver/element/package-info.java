/**
 * Kurento's remote classes over our own media: what each operation does, and how news of a peer become events.
 *
 * <p><b>Threads.</b> A pipeline lives on one event loop and so does everything below it; nothing here is locked. The server manager
 * lives on a thread of its own. {@link plenum.mediaserver.element.ElementCatalog} is the one table of what clients can create.
 */
@NullMarked
package plenum.mediaserver.element;

import org.jspecify.annotations.NullMarked;
