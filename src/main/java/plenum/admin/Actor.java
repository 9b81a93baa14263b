package plenum.admin;

import java.util.Locale;
import java.util.Optional;
import plenum.account.Account;

/**
 * Who does something.
 *
 * @param account empty for the operator at the machine's command line
 */
public record Actor(Optional<Account> account) {
    /** Stands in the audit where there is no account. */
    static final String COMMAND = "plenum admin";

    public static Actor of(Account admin) {
        if (!admin.isAdmin()) {
            throw new IllegalArgumentException("no admin");
        }
        return new Actor(Optional.of(admin));
    }

    public static Actor operator() {
        return new Actor(Optional.empty());
    }

    String name() {
        return account.map(admin -> admin.name().text()).orElse(COMMAND);
    }

    Locale language() {
        return account.map(Account::language).orElse(Locale.ENGLISH);
    }
}
