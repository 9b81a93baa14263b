/** The topic of the wire that is about media: publishing, slots, layout wishes, speech, devices. */
@NullMarked
package plenum.stream;

import org.jspecify.annotations.NullMarked;
