package plenum.admin;

import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;

/**
 * What an action did, as the audit has it.
 *
 * @param subject whom or what it was about, as people see it
 * @param person the account that it was about, if there still is one
 * @param output what whoever asked gets to see or to save; never kept
 */
public record Done(
        String subject,
        Optional<UUID> person,
        Optional<String> before,
        Optional<String> after,
        Optional<String> output) {

    static Done of(String subject) {
        return new Done(subject, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Done of(Account account) {
        return new Done(
                account.email().text(),
                Optional.of(account.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Done from(Object before, Object after) {
        return new Done(subject, person, Optional.of(before.toString()), Optional.of(after.toString()), output);
    }

    Done saying(String said) {
        return new Done(subject, person, before, after, Optional.of(said));
    }
}
