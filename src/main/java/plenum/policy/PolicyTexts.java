package plenum.policy;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import plenum.platform.Messages;

/** Says in words why something is not allowed, and what it would take. */
public final class PolicyTexts {
    private PolicyTexts() {}

    public static String of(Answer.No no, Locale language) {
        ResourceBundle texts = Messages.in(language);
        return switch (no.why()) {
            case SWITCHED_OFF -> texts.getString("policy.no.off");
            case GUEST -> texts.getString("policy.no.guest");
            case PLAN ->
                new MessageFormat(
                                texts.getString(no.others().isEmpty() ? "policy.no.plan.none" : "policy.no.plan"),
                                language)
                        .format(new Object[] {no.plan(), String.join(", ", no.others())});
        };
    }
}
