/**
 * The edge towards the browser: page beans ({@code *Page} for a page, {@code *Panel} for a part that several pages include), the servlets
 * of pretty addresses, and the security headers. Knows Faces; nobody knows it.
 */
@NullMarked
package plenum.web;

import org.jspecify.annotations.NullMarked;
