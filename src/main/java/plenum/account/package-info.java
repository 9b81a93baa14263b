/**
 * Who a person is: a guest with a display name, or an account with a role; and how that is proven. Neither an answer nor its time tells a
 * stranger whether an address has an account. Hibernate is in {@code account.store}; pages are the {@code *Page} beans.
 */
@NullMarked
package plenum.account;

import org.jspecify.annotations.NullMarked;
