/**
 * The composition root: makes the live part of the application from plain Java objects, once, and produces what endpoints, pages and REST
 * inject. The only package that sees every topic; nobody imports it.
 */
@NullMarked
package plenum.assembly;

import org.jspecify.annotations.NullMarked;
