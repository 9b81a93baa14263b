/** What the tests in a managed WildFly share. */
@NullMarked
package plenum.it;

import org.jspecify.annotations.NullMarked;
