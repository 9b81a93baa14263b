/**
 * The shell of the pages: page beans ({@code *Page} for a page, {@code *Panel} for a part that several pages include), servlets of short
 * addresses, languages, and the security headers. Knows Faces; only the composition root may import it.
 */
@NullMarked
package plenum.web;

import org.jspecify.annotations.NullMarked;
