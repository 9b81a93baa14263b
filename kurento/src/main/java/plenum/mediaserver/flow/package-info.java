/** What happens to packets between their arrival from a publisher and their departure to viewers, recorders and mixers. */
@NullMarked
package plenum.mediaserver.flow;

import org.jspecify.annotations.NullMarked;
