package plenum.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.NetworkThrottle;
import plenum.platform.SecretToken;
import plenum.platform.Settings;

/** Signs programs in by HTTP Basic (RFC 7617) with a password that was made for them; the password of the account opens nothing here. */
@ApplicationScoped
@NullUnmarked
public class AppSignIn {
    private static final int WRONG = 20;

    @Inject
    AppPasswords passwords;

    @Inject
    Accounts accounts;

    @Inject
    Settings settings;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    private NetworkThrottle wrong;

    @PostConstruct
    void start() {
        wrong = new NetworkThrottle(WRONG, Duration.ofMinutes(1), clock);
    }

    /** What came of it. */
    public sealed interface Tried {
        record In(Account account) implements Tried {}

        /** Nobody, or a wrong password: the answer is the same. */
        record Refused() implements Tried {}

        /** Too many wrong ones from this network. */
        record Later() implements Tried {}
    }

    public Tried of(HttpServletRequest request) {
        Optional<String[]> given = credentials(request.getHeader("Authorization"));
        if (given.isEmpty()) {
            return new Tried.Refused();
        }
        Optional<Account> account = passwords
                .use(SecretToken.hash(given.get()[1]), clock.instant())
                .flatMap(accounts::byId)
                .filter(found -> found.state() == AccountState.ACTIVE)
                .filter(found -> found.email().text().equalsIgnoreCase(given.get()[0].strip()));
        if (account.isPresent()) {
            return new Tried.In(account.get());
        }
        return wrong.tryTake(Visit.of(request, settings).address()) ? new Tried.Refused() : new Tried.Later();
    }

    /** Name and password; empty when there are none that could be right. */
    static Optional<String[]> credentials(String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6) || header.length() > 1000) {
            return Optional.empty();
        }
        try {
            String text =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new String[] {text.substring(0, colon), text.substring(colon + 1)});
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A new password, which is shown once; empty when there are too many, or the name is none. */
    public Optional<String> create(Account account, String name) {
        String shown = name.strip();
        if (shown.isEmpty()
                || shown.length() > AppPasswords.LONGEST_NAME
                || passwords.of(account.id()).size() >= AppPasswords.MOST) {
            return Optional.empty();
        }
        SecretToken token = SecretToken.draw(random);
        passwords.add(
                new AppPasswords.AppPassword(UUID.randomUUID(), account.id(), shown, clock.instant(), Optional.empty()),
                token.hash());
        return Optional.of(token.text());
    }
}
