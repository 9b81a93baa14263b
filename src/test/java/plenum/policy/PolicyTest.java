package plenum.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.AccountRole;
import plenum.platform.Settings;
import plenum.platform.SettingsReader;
import plenum.policy.Answer.Why;

/** Every answer says why not, and what it would take; and a change holds at once. */
@Tag("policy")
class PolicyTest {
    private final Settings settings = new SettingsReader(
                    name -> Optional.ofNullable(
                            Map.of("PLENUM_MAX_PARTICIPANTS", "50").get(name)),
                    "node")
            .read();
    private final FakePolicyBook book = new FakePolicyBook();
    private final Policy policy = new Policy(book, settings);
    private final Account ada = AccountForTests.anybody().make();
    private final Account eve =
            AccountForTests.anybody().withRole(AccountRole.EXTERNAL).make();

    @BeforeEach
    void read() {
        policy.reread();
    }

    @Test
    void everythingIsOnAtFirst() {
        assertThat(List.of(
                        policy.mayCreate(Optional.empty()),
                        policy.mayRecord(Optional.empty()),
                        policy.mayStream(Optional.of(ada)),
                        policy.mayCaption(Optional.of(ada))))
                .allMatch(Answer::isYes);
        assertThat(policy.people(Optional.of(ada)))
                .as("as many as the server takes")
                .isEqualTo(50);
        assertThat(policy.storage(ada)).isEmpty();
        assertThat(SuiteModule.values()).allMatch(policy::has);
    }

    @Test
    void theAnswerNamesTheOwnPlanAndThoseThatWouldDo() {
        book.setPlan(ada.id(), Optional.of("free"));
        assertThat(policy.mayRecord(Optional.of(ada)))
                .isEqualTo(new Answer.No(Why.PLAN, "Free", List.of("Enterprise")));
        assertThat(policy.mayCreate(Optional.of(ada)).isYes()).isTrue();
        assertThat(policy.people(Optional.of(ada))).isEqualTo(10);
        assertThat(policy.storage(ada)).contains(5_000_000L);
        Answer.No no = (Answer.No) policy.mayRecord(Optional.of(ada));
        assertThat(PolicyTexts.of(no, Locale.GERMAN)).contains("Free", "Enterprise");
        policy.set(new Plan("enterprise", "Enterprise", Set.of(Ability.CREATE), 0, 0));
        Answer.No none = (Answer.No) policy.mayRecord(Optional.of(ada));
        assertThat(none.others()).isEmpty();
        assertThat(PolicyTexts.of(none, Locale.ENGLISH)).contains("no other plan");
    }

    @Test
    void theBestOfTheOwnPlanAndThoseOfTheGroupsCounts() {
        policy.set(new Plan("studio", "Studio", Set.of(Ability.CREATE, Ability.RECORD), 5, 100));
        book.members.put(ada.id(), Set.of("Staff", "Film club"));
        policy.setGroupPlan("Staff", Optional.of("free"));
        assertThat(policy.mayRecord(Optional.of(ada)))
                .as("the group's plan instead of the one for all, and its name")
                .isEqualTo(new Answer.No(Why.PLAN, "Free (Staff)", List.of("Enterprise", "Studio")));
        policy.setGroupPlan("Film club", Optional.of("studio"));
        assertThat(policy.mayRecord(Optional.of(ada)).isYes()).isTrue();
        assertThat(policy.people(Optional.of(ada))).as("the most of any").isEqualTo(10);
        assertThat(policy.storage(ada)).contains(100_000_000L);
        assertThat(policy.mayStream(Optional.of(ada)))
                .isEqualTo(new Answer.No(Why.PLAN, "Studio (Film club)", List.of("Enterprise")));
        book.setPlan(ada.id(), Optional.of("enterprise"));
        assertThat(policy.mayStream(Optional.of(ada)).isYes()).isTrue();
        assertThat(policy.storage(ada)).isEmpty();
        book.setPlan(ada.id(), Optional.empty());
        policy.setGroupPlan("Film club", Optional.empty());
        assertThat(policy.planOf(Optional.of(ada)).key()).isEqualTo("free");
    }

    @Test
    void peopleFromOutsideHaveThePlanOfGuests() {
        policy.set(policy.rules().with(new InstanceRules.Plans("enterprise", "free")));
        assertThat(policy.mayRecord(Optional.of(eve)).isYes()).isFalse();
        assertThat(policy.mayRecord(Optional.empty()).isYes()).isFalse();
        assertThat(policy.mayRecord(Optional.of(ada)).isYes()).isTrue();
        assertThat(policy.peopleOfGuests()).isEqualTo(10);
        book.setPlan(eve.id(), Optional.of("enterprise"));
        assertThat(policy.mayRecord(Optional.of(eve)).isYes()).isTrue();
    }

    @Test
    void withoutAnonymousCreationGuestsAreToldToSignIn() {
        policy.set(policy.rules().with(new InstanceRules.Creation(false, true, true, true)));
        assertThat(policy.mayCreate(Optional.empty())).isInstanceOfSatisfying(Answer.No.class, no -> {
            assertThat(no.why()).isEqualTo(Why.GUEST);
            assertThat(PolicyTexts.of(no, Locale.ENGLISH)).contains("sign in");
        });
        assertThat(policy.mayCreate(Optional.of(eve)).isYes()).isFalse();
        assertThat(policy.mayCreate(Optional.of(ada)).isYes()).isTrue();
    }

    @Test
    void whatIsSwitchedOffNobodyMay() {
        policy.set(policy.rules().withOff(Set.of(SuiteModule.STREAM, SuiteModule.CAPTIONS, SuiteModule.RECORDING)));
        assertThat(policy.mayStream(Optional.of(ada)))
                .isInstanceOfSatisfying(
                        Answer.No.class, no -> assertThat(no.why()).isEqualTo(Why.SWITCHED_OFF));
        assertThat(policy.mayCaption(Optional.of(ada)).isYes()).isFalse();
        assertThat(policy.mayRecord(Optional.of(ada)).isYes()).isFalse();
        assertThat(policy.has(SuiteModule.CHAT)).isTrue();
    }

    @Test
    void whatIsKeptIsAsTheSettingsHaveItUntilAPolicySaysOtherwise() {
        assertThat(policy.kept(KeptKind.TALK)).isEqualTo(Duration.ofHours(720));
        policy.set(policy.rules().withKept(Map.of(KeptKind.TALK, Duration.ofHours(5))));
        assertThat(policy.kept(KeptKind.TALK)).isEqualTo(Duration.ofHours(5));
        assertThat(policy.kept(KeptKind.AUDIT)).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void languagesKeepTheirOrderAndAreNeverNone() {
        policy.set(policy.rules().withLanguages(List.of("it", "de", "tlh")));
        assertThat(policy.languages()).containsExactly(Locale.GERMAN, Locale.ITALIAN);
        assertThatThrownBy(() -> policy.rules().withLanguages(List.of("tlh")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listenersAreToldOfChangesAlone() {
        int[] told = {0};
        policy.onChange(() -> told[0]++);
        policy.reread();
        assertThat(told[0]).isZero();
        policy.set(policy.rules().withGuestsOnlyByLobby(true));
        assertThat(told[0]).isOne();
    }

    @Test
    void aChangeHoldsBeforeOthersCanReadIt() {
        InstanceRules before = policy.rules();
        policy.set(before.withGuestsOnlyByLobby(true));
        book.save(before); // as a connection sees it that reads before the commit
        policy.rereadInTurn();
        assertThat(policy.guestsOnlyByLobby()).isTrue();

        policy.rereadInTurn();
        assertThat(policy.guestsOnlyByLobby()).as("it was rolled back").isFalse();
    }

    @Test
    void whatWasKnownHoldsOnWhenTheDatabaseIsAway() {
        policy.set(policy.rules().withGuestsOnlyByLobby(true));
        book.away = true;
        policy.reread();
        assertThat(policy.guestsOnlyByLobby()).isTrue();
        Policy fresh = new Policy(book, settings);
        fresh.reread();
        assertThat(fresh.isKnown())
                .as("nobody is let in on rules that nobody read")
                .isFalse();
    }

    @Test
    void aPlanThatHoldsForEverybodyStays() {
        assertThatThrownBy(() -> policy.deletePlan("enterprise")).isInstanceOf(IllegalStateException.class);
        policy.deletePlan("free");
        assertThat(policy.plans()).extracting(Plan::key).containsExactly("enterprise");
    }
}
