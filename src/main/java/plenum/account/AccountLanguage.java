package plenum.account;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** The languages that an account can have: those of pages and mails, German first. */
public final class AccountLanguage {
    private static final List<Locale> ALL =
            List.of(Locale.GERMAN, Locale.ENGLISH, Locale.FRENCH, Locale.ITALIAN, Locale.of("es"));

    private AccountLanguage() {}

    /** The first that is wished for and spoken here. */
    public static Locale of(Enumeration<Locale> wished) {
        return Collections.list(wished).stream()
                .map(locale -> Locale.of(locale.getLanguage()))
                .filter(ALL::contains)
                .findFirst()
                .orElse(ALL.getFirst());
    }
}
