package plenum.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.audit.AuditAction;
import plenum.openid.ProviderCheck;
import plenum.platform.Messages;

/** What the console says of each action in the audit, and of what a provider's test finds; other languages have the keys of German. */
@Tag("admin")
class ActionWordsTest {
    private final ResourceBundle texts = Messages.in(Locale.GERMAN);

    @ParameterizedTest
    @EnumSource(AuditAction.class)
    void everyActionOfTheAuditHasWords(AuditAction action) {
        assertThat(texts.keySet()).contains("admin.did." + action);
    }

    @ParameterizedTest
    @EnumSource(ProviderCheck.Kind.class)
    void everyFindingHasWords(ProviderCheck.Kind kind) {
        assertThat(texts.keySet()).contains("admin.provider.found." + kind);
    }
}
