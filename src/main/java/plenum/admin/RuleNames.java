package plenum.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import plenum.policy.KeptKind;
import plenum.policy.SuiteModule;

/** The rules of a server, by the names that commands have for them. */
public final class RuleNames {
    private RuleNames() {}

    /** That are on or off. */
    public static List<String> switches() {
        return List.of("anonymous-creation", "lobby", "muted", "camera-off", "guests-only-by-lobby");
    }

    public static List<String> modules() {
        return Arrays.stream(SuiteModule.values())
                .map(module -> "module-" + module.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    public static List<String> kept() {
        return Arrays.stream(KeptKind.values())
                .map(kind -> "kept-" + kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    public static List<String> all() {
        return Stream.of(switches(), List.of("account-plan", "guest-plan", "languages"), modules(), kept())
                .flatMap(List::stream)
                .toList();
    }
}
