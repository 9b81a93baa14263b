/**
 * Mail to people: decides its text and language, and how often it is tried again. A mail is written into an outbox in the transaction of
 * the event that it tells of, and a job sends it. Text that comes from people passes {@link plenum.mail.MailAddress} and the templates'
 * escaping, so that it can add neither a header nor markup.
 */
@NullMarked
package plenum.mail;

import org.jspecify.annotations.NullMarked;
