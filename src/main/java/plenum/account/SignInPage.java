package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.SecondStep.Ways;
import plenum.account.SignIn.Outcome;
import plenum.platform.Settings.Container;

/** The page for signing in: address and password, then a second factor if there is one. Every failure has the same message. */
@Named
@RequestScoped
@NullUnmarked
public class SignInPage extends FormPage {
    @Inject
    SignIn signIn;

    @Inject
    SecondStep secondStep;

    @Inject
    Identities identities;

    private String email;
    private String password;
    private String code;
    private String answer;
    private Optional<Ways> ways;

    /** Redirects people who are signed in already. */
    public void open() {
        if (identities.of(request).known().isPresent()) {
            go(to().text());
        }
    }

    /** What the button says by which the container is asked; empty: there is none. */
    public String getContainerLabel() {
        return settings.services().accounts().container().map(Container::label).orElse("");
    }

    public void withPassword() {
        decide(signIn.withPassword(given(email), given(password), visit()), "sign-in:email", "account.sign-in.wrong");
    }

    public void withCode() {
        decide(secondStep.withCode(step(), given(code), visit()), "by-code:code", "account.second.wrong");
    }

    public void withRecoveryCode() {
        decide(
                secondStep.withRecoveryCode(step(), given(code), visit()),
                "by-recovery:code",
                "account.second.recovery.wrong");
    }

    public void withPasskey() {
        decide(
                secondStep.withPasskey(step(), given(answer), visit()),
                "passkey:answer",
                "account.second.passkey.wrong");
    }

    /** Back to the password, for whoever is somebody else. */
    public void startAgain() {
        SessionCookie.STEP.clear(request, response());
        go("/sign-in?to=" + to().escaped());
    }

    private void decide(Outcome outcome, String field, String wrong) {
        switch (outcome) {
            case Outcome.SignedIn signedIn -> {
                SessionCookie.SESSION.set(request, response(), signedIn.session());
                SessionCookie.STEP.clear(request, response());
                identities.forget(request);
                go(to().text());
            }
            case Outcome.SecondStep(var step) -> {
                SessionCookie.STEP.set(request, response(), step);
                go("/sign-in?to=" + to().escaped());
            }
            case Outcome.NotActive(AccountState state) ->
                refuse(field, state == AccountState.PENDING ? "account.sign-in.pending" : "account.sign-in.disabled");
            case Outcome.Wrong() -> refuse(field, wrong);
            case Outcome.Throttled() -> refuse(field, "account.throttled");
            case Outcome.Busy() -> refuse(field, "account.busy");
        }
    }

    private String step() {
        return SessionCookie.STEP.read(request).orElse("");
    }

    private ReturnPath to() {
        return ReturnPath.parse(request.getParameter("to"));
    }

    private Optional<Ways> ways() {
        if (ways == null) {
            ways = SessionCookie.STEP.read(request).flatMap(secondStep::ways);
        }
        return ways;
    }

    /** Whether the password was right, and a second factor is due. */
    public boolean isSecond() {
        return ways().isPresent();
    }

    public boolean isByCode() {
        return ways().filter(Ways::code).isPresent();
    }

    public boolean isByPasskey() {
        return ways().filter(Ways::passkey).isPresent();
    }

    public boolean isByRecovery() {
        return ways().filter(Ways::recovery).isPresent();
    }

    /** The options with which the browser asks for a passkey, as JSON. */
    public String getPasskeyRequest() {
        return secondStep.passkeyRequest(step()).orElse("");
    }

    /** Whether another server's sign-in came to nothing. */
    public boolean isFailed() {
        return "openid".equals(request.getParameter("failed"));
    }

    /** For an address' parameter. */
    public String getEscapedTo() {
        return to().escaped();
    }

    public String getTo() {
        return to().text();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** Never sent back to the browser. */
    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }
}
