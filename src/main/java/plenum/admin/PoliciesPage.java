package plenum.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import plenum.policy.Ability;
import plenum.policy.InstanceRules;
import plenum.policy.Plan;
import plenum.policy.Policy;

/** The rules of this server, and the plans of its accounts. Each switch is stored as it is turned. */
@Named
@ViewScoped
@NullUnmarked
public class PoliciesPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Policy policy;

    private final Map<String, Boolean> switches = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private String planKey = "";
    private String planName = "";
    private int planPeople;
    private long planMegabytes;
    private Ability[] planAbilities = {};
    private boolean planIsNew;
    private boolean editing;

    @PostConstruct
    void open() {
        InstanceRules rules = policy.rules();
        for (String rule : RuleNames.all()) {
            String value = PolicyActions.value(rules, rule);
            values.put(rule, value.equals("default") ? "" : value);
            switches.put(rule, value.equals("on"));
        }
    }

    /** Stores what a switch shows. */
    public void turn(String rule) {
        perform("policy-set", Map.of("rule", rule, "value", switches.get(rule) ? "on" : "off"));
        open();
    }

    /** Stores what a field shows; an empty one is as the settings have it. */
    public void set(String rule) {
        String value = given(values.get(rule)).strip();
        perform("policy-set", Map.of("rule", rule, "value", value.isEmpty() ? "default" : value));
        open();
    }

    public void newPlan() {
        fill(new Plan("new", "-", Set.of(Ability.CREATE), 0, 0));
        planKey = "";
        planName = "";
        planIsNew = true;
    }

    public void edit(Plan plan) {
        fill(plan);
        planIsNew = false;
    }

    private void fill(Plan plan) {
        planKey = plan.key();
        planName = plan.name();
        planPeople = plan.people();
        planMegabytes = plan.storageMegabytes();
        planAbilities = plan.abilities().toArray(Ability[]::new);
        editing = true;
    }

    public boolean isEditing() {
        return editing;
    }

    public void close() {
        editing = false;
    }

    public void savePlan() {
        String abilities =
                String.join(",", Arrays.stream(planAbilities).map(Ability::name).toList());
        editing = !perform(
                "plan-set",
                Map.of(
                        "plan", given(planKey),
                        "name", given(planName),
                        "people", Integer.toString(planPeople),
                        "megabytes", Long.toString(planMegabytes),
                        "abilities", abilities));
    }

    public void deletePlan(Plan plan) {
        perform("plan-delete", Map.of("plan", plan.key()));
    }

    public List<Plan> getPlans() {
        return policy.plans();
    }

    public List<String> getSwitchNames() {
        return RuleNames.switches();
    }

    public List<String> getModuleNames() {
        return RuleNames.modules();
    }

    public List<String> getKeptNames() {
        return RuleNames.kept();
    }

    public Ability[] getAbilities() {
        return Ability.values();
    }

    public Map<String, Boolean> getSwitches() {
        return switches;
    }

    public Map<String, String> getValues() {
        return values;
    }

    public List<String> getLanguages() {
        return List.of(values.get("languages").split(","));
    }

    public void setLanguages(List<String> languages) {
        values.put("languages", String.join(",", languages));
    }

    public List<String> getAllLanguages() {
        return InstanceRules.ALL_LANGUAGES;
    }

    public boolean isPlanNew() {
        return planIsNew;
    }

    public String getPlanKey() {
        return planKey;
    }

    public void setPlanKey(String planKey) {
        this.planKey = planKey;
    }

    public String getPlanName() {
        return planName;
    }

    public void setPlanName(String planName) {
        this.planName = planName;
    }

    public int getPlanPeople() {
        return planPeople;
    }

    public void setPlanPeople(int planPeople) {
        this.planPeople = planPeople;
    }

    public long getPlanMegabytes() {
        return planMegabytes;
    }

    public void setPlanMegabytes(long planMegabytes) {
        this.planMegabytes = planMegabytes;
    }

    public Ability[] getPlanAbilities() {
        return planAbilities;
    }

    public void setPlanAbilities(Ability[] planAbilities) {
        this.planAbilities = planAbilities;
    }
}
