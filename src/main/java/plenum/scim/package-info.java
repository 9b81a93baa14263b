/**
 * Provisioning by a directory of the operator's (SCIM 2.0, RFC 7643 and RFC 7644): accounts and groups are made, changed, disabled and deleted by a
 * program that shows a token of an admin's. Decides which of a person's data such a program may read and set: never a role, a plan or a password. Each
 * change leaves one line in the audit.
 */
@NullMarked
package plenum.scim;

import org.jspecify.annotations.NullMarked;
