/** Where clients may have media written to and read from. */
@NullMarked
package plenum.mediaserver.uri;

import org.jspecify.annotations.NullMarked;
