/**
 * Mail to people: what it looks like, in whose language, and how often a server that does not take it is asked again. It is written into an
 * outbox in the transaction of what it tells of, and sent by a job. Whatever comes from people goes through {@link plenum.mail.MailAddress}
 * and the templates' escaping, so that nobody writes a header or markup.
 */
@NullMarked
package plenum.mail;

import org.jspecify.annotations.NullMarked;
