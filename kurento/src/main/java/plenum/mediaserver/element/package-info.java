/**
 * Kurento's remote classes on top of our media: implements each operation, and translates events of peers.
 *
 * <p><b>Threads.</b> A pipeline and everything in it live on one event loop, so nothing here is locked. The server manager lives on a
 * thread of its own. {@link plenum.mediaserver.element.ElementCatalog} is the table of classes that clients can create.
 */
@NullMarked
package plenum.mediaserver.element;

import org.jspecify.annotations.NullMarked;
