package plenum.policy.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import plenum.policy.Ability;
import plenum.policy.Plan;

/** A row of {@code plan}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "plan")
class PlanRow {
    @Id
    String key;

    int place;
    String name;
    String[] abilities;
    int people;
    long storageMb;

    protected PlanRow() {
        // for Hibernate
    }

    PlanRow(String key, int place) {
        this.key = key;
        this.place = place;
    }

    void set(Plan plan) {
        name = plan.name();
        abilities = plan.abilities().stream().map(Ability::name).toArray(String[]::new);
        people = plan.people();
        storageMb = plan.storageMegabytes();
    }

    Plan toPlan() {
        return new Plan(
                key,
                name,
                Arrays.stream(abilities).map(Ability::valueOf).collect(Collectors.toSet()),
                people,
                storageMb);
    }
}
