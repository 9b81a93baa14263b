package plenum.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.account.Accounts;
import plenum.mail.MailBoard;
import plenum.platform.PersonalData;

/** Mail to the address of an account: what was sent, and when. */
@ApplicationScoped
public class MailData implements PersonalData {
    @Inject
    Accounts accounts;

    @Inject
    MailBoard mail;

    @Override
    public String feature() {
        return "mail";
    }

    @Override
    public Set<String> columns() {
        return Set.of("mail.recipient");
    }

    @Override
    public Map<String, Object> export(UUID account) {
        List<Map<String, String>> all = accounts.byId(account).stream()
                .flatMap(person -> mail.to(person.email().text()).stream())
                .map(entry -> Map.of(
                        "subject", entry.subject(),
                        "at", entry.at().toString(),
                        "state", entry.state().name()))
                .toList();
        return all.isEmpty() ? Map.of() : Map.of("mails", all);
    }

    @Override
    public void erase(UUID account) {
        accounts.byId(account).ifPresent(person -> mail.forget(person.email().text()));
    }
}
