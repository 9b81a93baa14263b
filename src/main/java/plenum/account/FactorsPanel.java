package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.MyAccount.Answer;
import plenum.account.MyAccount.NewCodes;
import plenum.platform.QrPath;

/** The second factors of one's own account: one-time passwords, passkeys and recovery codes. */
@Named
@RequestScoped
@NullUnmarked
public class FactorsPanel extends FormPage {
    @Inject
    MyAccount mine;

    @Inject
    CurrentUser user;

    @Inject
    SecondFactors factors;

    private String code;
    private String answer;
    private String passkeyName;
    private String passkeyRequest = "";
    private List<String> recoveryCodes = List.of();
    private Optional<NewCodes> pending;

    public void beginCodes() {
        pending = mine.beginCodes(user.person());
        askWhereDue();
    }

    public void confirmCodes() {
        Answer answered = mine.confirmCodes(user.person(), given(code));
        if (answered == Answer.WRONG) {
            refuse("totp:code", "account.second.wrong");
        } else {
            pending = Optional.empty();
            afterFactor(answered);
        }
    }

    public void removeCodes() {
        mine.removeCodes(user.person());
        pending = Optional.empty();
        askWhereDue();
    }

    public void beginPasskey() {
        passkeyRequest = mine.beginPasskey(user.person()).orElse("");
        askWhereDue();
    }

    public void addPasskey() {
        Answer answered = mine.addPasskey(user.person(), given(answer), given(passkeyName));
        if (answered == Answer.WRONG) {
            refuse("passkeys:answer", "account.passkeys.bad");
        } else {
            afterFactor(answered);
        }
    }

    /** The passkey of a button, sent with the click, because the list may have changed since. */
    public void removePasskey() {
        String id = given(request.getParameter("passkey"));
        if (id.matches("[0-9a-f-]{36}")) {
            mine.removePasskey(user.person(), UUID.fromString(id));
        }
        askWhereDue();
    }

    public void newRecoveryCodes() {
        recoveryCodes = mine.newRecoveryCodes(user.person()).orElse(List.of());
        askWhereDue();
    }

    /** The first factor comes with recovery codes, so that a lost telephone locks nobody out. */
    private void afterFactor(Answer answered) {
        if (answered == Answer.DONE && factors.countRecoveryCodes(id()) == 0) {
            recoveryCodes = mine.newRecoveryCodes(user.person()).orElse(List.of());
        }
        askWhereDue();
    }

    private void askWhereDue() {
        if (!mine.isConfirmed(user.person())) {
            go("/account#security");
        }
    }

    private UUID id() {
        return user.person().account().id();
    }

    /** Whether this server can keep secrets of one-time passwords. */
    public boolean isCodesOffered() {
        return mine.offersCodes();
    }

    public boolean isCodes() {
        return factors.totp(id()).filter(SecondFactors.Totp::confirmed).isPresent();
    }

    private Optional<NewCodes> pending() {
        if (pending == null) {
            pending = mine.isConfirmed(user.person())
                    ? mine.pendingCodes(user.person().account())
                    : Optional.empty();
        }
        return pending;
    }

    /** Whether a secret waits for its first code. */
    public boolean isPending() {
        return !isCodes() && pending().isPresent();
    }

    public String getSecret() {
        return pending().map(NewCodes::text).orElse("");
    }

    public QrPath getQr() {
        return QrPath.of(pending().map(NewCodes::uri).orElse(""));
    }

    public List<Passkey> getPasskeys() {
        return factors.passkeys(id()).stream()
                .map(passkey -> new Passkey(passkey.id().toString(), passkey.name()))
                .toList();
    }

    /** A passkey that can be removed. */
    public record Passkey(String id, String name) {}

    /** The options with which the browser creates a passkey, as JSON; empty until they were asked for. */
    public String getPasskeyRequest() {
        return passkeyRequest;
    }

    /** Codes that were made just now: shown once. */
    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public int getRecoveryCount() {
        return factors.countRecoveryCodes(id());
    }

    /** Whether there is a second factor, which recovery codes stand in for. */
    public boolean isProtected() {
        return factors.has(id());
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getAnswer() {
        return "";
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public String getPasskeyName() {
        return "";
    }

    public void setPasskeyName(String passkeyName) {
        this.passkeyName = passkeyName;
    }
}
