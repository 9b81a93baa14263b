package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import plenum.account.AccountSearch.Wanted;

/** There is always an admin who can sign in: nobody else could make another one. Whoever asks has taken the admins' turn. Blocks on the database. */
@ApplicationScoped
public class LastAdmin {
    @Inject
    AccountSearch search;

    /** Whether nobody would be left without this one. */
    public boolean is(Account account) {
        boolean counts = account.isAdmin() && account.state() == AccountState.ACTIVE;
        return counts
                && search.count(new Wanted(
                                "", Optional.of(AccountRole.ADMIN), Optional.of(AccountState.ACTIVE), Optional.empty()))
                        <= 1;
    }
}
