/**
 * What a film shows when: reads the timeline that the application writes while a meeting is recorded, and decides from it who is seen where, who is heard, and where the film is cut
 * into chunks. Pure rules; the same lines always give the same chunks, and a later line never changes what lies before it, but for somebody who withdraws their consent.
 */
@NullMarked
package plenum.composer.timeline;

import org.jspecify.annotations.NullMarked;
