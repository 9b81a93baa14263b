package plenum.policy.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import plenum.policy.InstanceRules;
import plenum.policy.KeptKind;
import plenum.policy.SuiteModule;

/** The one row of {@code policy}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "policy")
class PolicyRow {
    @Id
    boolean id = true;

    String accountPlan;
    String guestPlan;
    boolean anonymousCreation;
    boolean lobby;
    boolean muted;
    boolean cameraOff;
    boolean guestsOnlyByLobby;
    String[] languages;
    String[] modulesOff;

    protected PolicyRow() {
        // for Hibernate
    }

    void set(InstanceRules rules) {
        accountPlan = rules.plans().accounts();
        guestPlan = rules.plans().guests();
        anonymousCreation = rules.creation().anonymous();
        lobby = rules.creation().lobby();
        muted = rules.creation().muted();
        cameraOff = rules.creation().cameraOff();
        guestsOnlyByLobby = rules.guestsOnlyByLobby();
        languages = rules.languages().toArray(String[]::new);
        modulesOff = rules.off().stream().map(SuiteModule::name).toArray(String[]::new);
    }

    InstanceRules toRules(Map<KeptKind, Duration> kept) {
        return new InstanceRules(
                new InstanceRules.Plans(accountPlan, guestPlan),
                new InstanceRules.Creation(anonymousCreation, lobby, muted, cameraOff),
                guestsOnlyByLobby,
                List.of(languages),
                Arrays.stream(modulesOff).map(SuiteModule::valueOf).collect(Collectors.toSet()),
                kept);
    }
}
