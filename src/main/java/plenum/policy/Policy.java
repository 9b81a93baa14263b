package plenum.policy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.account.Account;
import plenum.account.AccountRole;
import plenum.platform.Settings;
import plenum.policy.Answer.Why;

/**
 * Answers what an account may do, and what holds on this server. Keeps the stored rules in memory: a change on this server holds at once,
 * one that was made on another server after {@link #REREAD}. Thread-safe. Questions about an account block on the database; all others do
 * not.
 */
public final class Policy {
    public static final Duration REREAD = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(Policy.class);

    private final PolicyBook book;
    private final Settings settings;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile Optional<PolicyBook.Edition> known = Optional.empty();
    /** By one thread at a time. */
    private volatile int changesAtLastTurn;

    public Policy(PolicyBook book, Settings settings) {
        this.book = book;
        this.settings = settings;
    }

    /** Reads what is stored. What was known holds on when that fails. */
    public void reread() {
        read(() -> true);
    }

    /**
     * The same in turn, because other servers change it, too. What was changed here may not be committed yet, and would seem not to be there: the turn
     * after a change reads nothing, and one that a change meets on its way is forgotten.
     */
    public void rereadInTurn() {
        int seen = changes.get();
        boolean unchanged = seen == changesAtLastTurn;
        changesAtLastTurn = seen;
        if (unchanged) {
            read(() -> changes.get() == seen);
        }
    }

    private void read(BooleanSupplier stillTrue) {
        try {
            if (take(book.read(), stillTrue)) {
                listeners.forEach(Runnable::run);
            }
        } catch (RuntimeException e) {
            log.warn("the policies cannot be read; those from before hold on, and it is tried again", e);
        }
    }

    /** Whether it is news. */
    private synchronized boolean take(PolicyBook.Edition read, BooleanSupplier stillTrue) {
        boolean news = stillTrue.getAsBoolean() && !Optional.of(read).equals(known);
        if (news) {
            known = Optional.of(read);
        }
        return news;
    }

    /** Called after each change, on the thread that made or found it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** False until the stored rules were read once: nobody is let in before that. */
    public boolean isKnown() {
        return known.isPresent();
    }

    public InstanceRules rules() {
        return known.map(PolicyBook.Edition::rules).orElseGet(InstanceRules::standard);
    }

    public List<Plan> plans() {
        return known.map(PolicyBook.Edition::plans).orElse(List.of());
    }

    public boolean has(SuiteModule module) {
        return !rules().off().contains(module);
    }

    public boolean guestsOnlyByLobby() {
        return rules().guestsOnlyByLobby();
    }

    /** Zero: for as long as what it belongs to. */
    public Duration kept(KeptKind kind) {
        return rules().kept().getOrDefault(kind, kind.in(settings));
    }

    /** The languages of the pages, in their order. */
    public List<Locale> languages() {
        return rules().languages().stream().map(Locale::of).toList();
    }

    public Answer mayCreate(Optional<Account> who) {
        boolean guest =
                who.filter(account -> account.role() != AccountRole.EXTERNAL).isEmpty();
        return guest && !rules().creation().anonymous() ? no(Why.GUEST, who, Ability.CREATE) : may(who, Ability.CREATE);
    }

    public Answer mayRecord(Optional<Account> who) {
        return has(SuiteModule.RECORDING) ? may(who, Ability.RECORD) : no(Why.SWITCHED_OFF, who, Ability.RECORD);
    }

    public Answer mayStream(Optional<Account> who) {
        return has(SuiteModule.STREAM) ? may(who, Ability.STREAM) : no(Why.SWITCHED_OFF, who, Ability.STREAM);
    }

    public Answer mayCaption(Optional<Account> who) {
        return has(SuiteModule.CAPTIONS) ? may(who, Ability.CAPTION) : no(Why.SWITCHED_OFF, who, Ability.CAPTION);
    }

    /** Most people in a meeting of theirs. */
    public int people(Optional<Account> owner) {
        return granted(owner).stream()
                .mapToInt(grant -> within(grant.plan().people()))
                .max()
                .orElseThrow();
    }

    /** Most people in a meeting that nobody with an account made. Does not block. */
    public int peopleOfGuests() {
        return within(
                known.flatMap(edition -> edition.plan(edition.rules().plans().guests()))
                        .map(Plan::people)
                        .orElse(0));
    }

    /** Most bytes that are stored for them; empty: as many as there are. */
    public Optional<Long> storage(Account owner) {
        long megabytes = granted(Optional.of(owner)).stream()
                .mapToLong(grant -> Grant.orAll(grant.plan().storageMegabytes()))
                .max()
                .orElseThrow();
        return megabytes == Long.MAX_VALUE ? Optional.empty() : Optional.of(Math.multiplyExact(megabytes, 1_000_000L));
    }

    /** The best of the plans that hold for somebody. */
    public Plan planOf(Optional<Account> who) {
        return granted(who).getFirst().plan();
    }

    /** What holds for somebody, the best first: their own plan and those of their groups; without any, the one that holds for all. */
    private List<Grant> granted(Optional<Account> who) {
        List<Grant> given = who.map(account -> book.plansOf(account.id())).orElse(List.of()).stream()
                .map(assigned -> new Grant(plan(assigned.plan()), assigned.group()))
                .sorted(Grant.BEST_FIRST)
                .toList();
        return given.isEmpty() ? List.of(new Grant(plan(usual(who)), Optional.empty())) : given;
    }

    private String usual(Optional<Account> who) {
        InstanceRules.Plans plans = rules().plans();
        return who.filter(account -> account.role() != AccountRole.EXTERNAL).isPresent()
                ? plans.accounts()
                : plans.guests();
    }

    /** The plan that each group gives its people, by its name. */
    public Map<String, String> groupPlans() {
        return book.groupPlans();
    }

    /** Holds at once. False when there is no such group. */
    public boolean setGroupPlan(String group, Optional<String> key) {
        return book.setGroupPlan(group, key);
    }

    /** Stores other rules; they hold at once. */
    public void set(InstanceRules rules) {
        changes.incrementAndGet();
        book.save(rules);
        reread();
    }

    /** Stores a plan; it holds at once. */
    public void set(Plan plan) {
        changes.incrementAndGet();
        book.save(plan);
        reread();
    }

    /** Throws {@link IllegalStateException} for a plan that holds for all who have none of their own. */
    public void deletePlan(String key) {
        InstanceRules.Plans plans = rules().plans();
        if (plans.accounts().equals(key) || plans.guests().equals(key)) {
            throw new IllegalStateException("the plan is in use for everybody");
        }
        changes.incrementAndGet();
        book.deletePlan(key);
        reread();
    }

    private Answer may(Optional<Account> who, Ability ability) {
        List<Grant> granted = granted(who);
        return granted.stream().anyMatch(grant -> grant.plan().includes(ability))
                ? new Answer.Yes()
                : no(Why.PLAN, granted.getFirst(), ability);
    }

    private Answer no(Why why, Optional<Account> who, Ability ability) {
        return no(why, granted(who).getFirst(), ability);
    }

    private Answer no(Why why, Grant grant, Ability ability) {
        List<String> others = plans().stream()
                .filter(other -> other.includes(ability))
                .map(Plan::name)
                .toList();
        return new Answer.No(why, grant.name(), others);
    }

    private Plan plan(String key) {
        return known.flatMap(edition -> edition.plan(key))
                .orElseThrow(() -> new IllegalStateException("the plans were not read yet"));
    }

    private int within(int people) {
        int most = settings.meetings().participants();
        return people == 0 ? most : Math.min(people, most);
    }
}
