/** Checks the URIs to which clients may have media written and from which they may have them played. */
@NullMarked
package plenum.mediaserver.uri;

import org.jspecify.annotations.NullMarked;
