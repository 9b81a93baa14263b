package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.platform.PersonalData;

/** The personal data of an account, for export and erasure. */
@ApplicationScoped
public class AccountData implements PersonalData {
    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    SecondFactors factors;

    @Inject
    Tastes tastes;

    @Inject
    AppPasswords programs;

    @Override
    public String feature() {
        return "account";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "account.id",
                "account.email",
                "account_picture.account_id",
                "account_group_member.account_id",
                "account_session.account_id",
                "account_step.account_id",
                "account_passkey.account_id",
                "account_taste.account_id",
                "account_recovery_code.account_id",
                "account_ticket.account_id",
                "account_ticket.email",
                "app_password.account_id");
    }

    @Override
    public Map<String, Object> export(UUID id) {
        return accounts.byId(id).map(this::export).orElse(Map.of());
    }

    private Map<String, Object> export(Account account) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("email", account.email().text());
        data.put("name", account.name().text());
        data.put("role", account.role().name());
        data.put("language", account.language().getLanguage());
        data.put("timeZone", account.zone().getId());
        data.put("enterMuted", account.defaults().muted());
        data.put("enterWithCameraOff", account.defaults().cameraOff());
        tastes.of(account.id()).ifPresent(taste -> {
            data.put("appearance", taste.appearance());
            data.put("silentSounds", taste.silent().stream().sorted().toList());
        });
        data.put("createdAt", account.createdAt().toString());
        data.put("groups", accounts.groups(account.id()));
        data.put(
                "programs",
                programs.of(account.id()).stream()
                        .map(AppPasswords.AppPassword::name)
                        .toList());
        data.put(
                "sessions",
                sessions.of(account.id()).stream()
                        .map(session -> Map.of(
                                "device", session.device(),
                                "since", session.since().toString(),
                                "lastSeen", session.seen().toString()))
                        .toList());
        data.put(
                "passkeys",
                factors.passkeys(account.id()).stream()
                        .map(passkey -> Map.of(
                                "name", passkey.name(),
                                "createdAt", passkey.createdAt().toString()))
                        .toList());
        data.put("oneTimePasswords", factors.totp(account.id()).isPresent());
        accounts.picture(account.id())
                .ifPresent(picture -> data.put("picture", List.of("image/png", picture.png().length + " bytes")));
        return data;
    }

    /** Nothing here: all of it hangs on the account's row, which is deleted after everything else. */
    @Override
    public void erase(UUID account) {
        sessions.endAll(account, java.util.Optional.empty());
    }
}
