package plenum.account;

import java.util.HexFormat;
import plenum.it.SqlForTests;
import plenum.platform.SecretToken;

/** What is stored of accounts, past the application. */
final class AccountRows {
    private AccountRows() {}

    /** A browser of somebody whose account has just been made, with an open session. */
    static PageBrowser signedIn(String email) {
        SqlForTests.execute(
                "insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)"
                        + " values (gen_random_uuid(), '" + email
                        + "', 'Somebody', 'USER', 'ACTIVE', 'en', 'UTC', false, false, now())"
                        + " on conflict do nothing");
        String token = "T" + email.replaceAll("[^a-z]", "") + System.nanoTime();
        SqlForTests.execute(
                "insert into account_session (id, token_hash, account_id, device, created_at, seen_at, confirmed_at)"
                        + " select gen_random_uuid(), decode('"
                        + HexFormat.of().formatHex(SecretToken.hash(token))
                        + "', 'hex'), id, 'Firefox', now(), now(), now() from account where email = '" + email + "'");
        PageBrowser browser = new PageBrowser();
        browser.setCookie("plenum-session", token);
        return browser;
    }
}
