/**
 * Who somebody is: a guest with a display name, or an account with a role, and how it is proven. Nothing here tells a stranger whether an
 * address has an account: not an answer, not its time. Hibernate is in {@code account.store}; pages are the {@code *Page} beans.
 */
@NullMarked
package plenum.account;

import org.jspecify.annotations.NullMarked;
