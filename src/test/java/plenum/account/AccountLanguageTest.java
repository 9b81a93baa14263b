package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("account")
class AccountLanguageTest {
    @Test
    void theFirstThatIsSpokenHereIsTaken() {
        assertThat(of(Locale.of("pt", "BR"), Locale.CANADA_FRENCH, Locale.ENGLISH))
                .isEqualTo(Locale.FRENCH);
        assertThat(of(Locale.US)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void whoWishesForNoneGetsGerman() {
        assertThat(of(Locale.JAPANESE)).isEqualTo(Locale.GERMAN);
        assertThat(of()).isEqualTo(Locale.GERMAN);
    }

    private static Locale of(Locale... wished) {
        return AccountLanguage.of(Collections.enumeration(List.of(wished)));
    }
}
