/**
 * Signing in by other servers (OpenID Connect Core 1.0): which provider a person is sent to, what it has to prove, and which account that is.
 * A provider is believed what it says about addresses and groups, because the operator chose it. Whatever ends a session there ends it here.
 */
@NullMarked
package plenum.openid;

import org.jspecify.annotations.NullMarked;
