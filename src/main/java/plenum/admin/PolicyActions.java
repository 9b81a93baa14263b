package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.audit.AuditAction;
import plenum.policy.Ability;
import plenum.policy.InstanceRules;
import plenum.policy.KeptKind;
import plenum.policy.Plan;
import plenum.policy.Policy;
import plenum.policy.SuiteModule;

/** What admins do about plans and the rules of this server. */
@ApplicationScoped
public class PolicyActions implements ActionSource {
    private static final String MODULE = "module-";
    private static final String KEPT = "kept-";
    /** Hours of a hundred years. */
    private static final long MOST_HOURS = 876_000;

    private static final long MOST_PEOPLE = 5_000;
    private static final long MOST_MEGABYTES = 1_000_000_000;

    @Inject
    Policy policy;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.POLICY_SET, List.of("rule", "value"), this::setRule),
                new AdminAction(
                        AuditAction.PLAN_SET,
                        List.of("plan", "name", "people", "megabytes", "abilities?"),
                        this::setPlan),
                new AdminAction(AuditAction.PLAN_DELETE, List.of("plan"), this::deletePlan));
    }

    private Done setRule(Actor actor, Arguments values) {
        String rule = values.text("rule");
        InstanceRules before = policy.rules();
        InstanceRules after = changed(before, rule, values);
        policy.set(after);
        return Done.of(rule).from(value(before, rule), value(after, rule));
    }

    private InstanceRules changed(InstanceRules rules, String rule, Arguments values) {
        InstanceRules.Creation creation = rules.creation();
        boolean anonymous = creation.anonymous();
        boolean lobby = creation.lobby();
        boolean muted = creation.muted();
        boolean cameraOff = creation.cameraOff();
        return switch (rule) {
            case "anonymous-creation" ->
                rules.with(new InstanceRules.Creation(values.onOrOff("value"), lobby, muted, cameraOff));
            case "lobby" ->
                rules.with(new InstanceRules.Creation(anonymous, values.onOrOff("value"), muted, cameraOff));
            case "muted" ->
                rules.with(new InstanceRules.Creation(anonymous, lobby, values.onOrOff("value"), cameraOff));
            case "camera-off" ->
                rules.with(new InstanceRules.Creation(anonymous, lobby, muted, values.onOrOff("value")));
            case "guests-only-by-lobby" -> rules.withGuestsOnlyByLobby(values.onOrOff("value"));
            case "languages" -> languages(rules, values.text("value"));
            case "account-plan" ->
                rules.with(new InstanceRules.Plans(plan(values), rules.plans().guests()));
            case "guest-plan" ->
                rules.with(new InstanceRules.Plans(rules.plans().accounts(), plan(values)));
            default -> changedPart(rules, rule, values);
        };
    }

    private static InstanceRules changedPart(InstanceRules rules, String rule, Arguments values) {
        if (rule.startsWith(MODULE)) {
            SuiteModule module = Arguments.parse(rule.substring(MODULE.length()), "rule", SuiteModule.class);
            Set<SuiteModule> off = EnumSet.noneOf(SuiteModule.class);
            off.addAll(rules.off());
            if (values.onOrOff("value")) {
                off.remove(module);
            } else {
                off.add(module);
            }
            return rules.withOff(off);
        }
        if (rule.startsWith(KEPT)) {
            KeptKind kind = Arguments.parse(rule.substring(KEPT.length()), "rule", KeptKind.class);
            Map<KeptKind, Duration> kept = new EnumMap<>(KeptKind.class);
            kept.putAll(rules.kept());
            if (values.text("value").equals("default")) {
                kept.remove(kind);
            } else {
                kept.put(kind, Duration.ofHours(values.number("value", MOST_HOURS)));
            }
            return rules.withKept(kept);
        }
        throw new RefusedException("value", "rule");
    }

    private static InstanceRules languages(InstanceRules rules, String list) {
        List<String> wanted = Arrays.stream(list.split("[, ]+", -1))
                .filter(tag -> !tag.isEmpty())
                .toList();
        if (wanted.isEmpty() || !InstanceRules.ALL_LANGUAGES.containsAll(wanted)) {
            throw new RefusedException("value", "value");
        }
        return rules.withLanguages(wanted);
    }

    private String plan(Arguments values) {
        String key = values.text("value");
        if (policy.plans().stream().noneMatch(plan -> plan.key().equals(key))) {
            throw new RefusedException("no-plan", key);
        }
        return key;
    }

    /** What a rule says, in the words of the command. */
    static String value(InstanceRules rules, String rule) {
        return switch (rule) {
            case "anonymous-creation" -> word(rules.creation().anonymous());
            case "lobby" -> word(rules.creation().lobby());
            case "muted" -> word(rules.creation().muted());
            case "camera-off" -> word(rules.creation().cameraOff());
            case "guests-only-by-lobby" -> word(rules.guestsOnlyByLobby());
            case "languages" -> String.join(",", rules.languages());
            case "account-plan" -> rules.plans().accounts();
            case "guest-plan" -> rules.plans().guests();
            default ->
                rule.startsWith(MODULE)
                        ? word(!rules.off()
                                .contains(Arguments.parse(rule.substring(MODULE.length()), "rule", SuiteModule.class)))
                        : Optional.ofNullable(rules.kept()
                                        .get(Arguments.parse(rule.substring(KEPT.length()), "rule", KeptKind.class)))
                                .map(kept -> Long.toString(kept.toHours()))
                                .orElse("default");
        };
    }

    private Done setPlan(Actor actor, Arguments values) {
        String key = values.text("plan").toLowerCase(Locale.ROOT);
        String name = values.text("name");
        if (!Plan.isKey(key) || name.length() > Plan.LONGEST_NAME) {
            throw new RefusedException("value", "plan");
        }
        Set<Ability> abilities = values.optional("abilities").stream()
                .flatMap(list -> Arrays.stream(list.split("[, ]+", -1)))
                .map(ability -> Arguments.parse(ability, "abilities", Ability.class))
                .collect(Collectors.toSet());
        Plan plan = new Plan(
                key,
                name,
                abilities,
                (int) values.number("people", MOST_PEOPLE),
                values.number("megabytes", MOST_MEGABYTES));
        String before = policy.plans().stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .map(PolicyActions::words)
                .orElse("");
        policy.set(plan);
        return Done.of(key).from(before, words(plan));
    }

    private Done deletePlan(Actor actor, Arguments values) {
        String key = values.text("plan");
        Plan plan = policy.plans().stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RefusedException("no-plan", key));
        InstanceRules.Plans inUse = policy.rules().plans();
        if (inUse.accounts().equals(key) || inUse.guests().equals(key)) {
            throw new RefusedException("plan-in-use", key);
        }
        policy.deletePlan(key);
        return Done.of(key).from(words(plan), "");
    }

    private static String words(Plan plan) {
        return plan.name() + ": " + plan.abilities() + ", people " + plan.people() + ", MB " + plan.storageMegabytes();
    }

    private static String word(boolean on) {
        return on ? "on" : "off";
    }
}
