package plenum.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules that hold for everybody on this server.
 *
 * @param plans who has which
 * @param creation how meetings are made
 * @param guestsOnlyByLobby whether people without an account wait in the lobby of every meeting
 * @param languages of the pages, as tags, in the order in which they are offered; never empty
 * @param off parts of the suite that are switched off
 * @param kept how long a kind of data is kept; what is missing is as the settings have it; zero: for as long as what it belongs to
 */
public record InstanceRules(
        Plans plans,
        Creation creation,
        boolean guestsOnlyByLobby,
        List<String> languages,
        Set<SuiteModule> off,
        Map<KeptKind, Duration> kept) {
    public static final List<String> ALL_LANGUAGES = List.of("de", "en", "fr", "it", "es");

    public InstanceRules {
        languages = ALL_LANGUAGES.stream().filter(languages::contains).toList();
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("pages need a language");
        }
        EnumSet<SuiteModule> offCopy = EnumSet.noneOf(SuiteModule.class);
        offCopy.addAll(off);
        off = Collections.unmodifiableSet(offCopy);
        EnumMap<KeptKind, Duration> keptCopy = new EnumMap<>(KeptKind.class);
        keptCopy.putAll(kept);
        kept = Collections.unmodifiableMap(keptCopy);
    }

    /**
     * The plans of those who have none of their own.
     *
     * @param accounts key of the plan of people with an account
     * @param guests key of the plan of everybody else, people from outside of the organisation among them
     */
    public record Plans(String accounts, String guests) {}

    /**
     * How meetings are made, and what is chosen at first for a new one.
     *
     * @param anonymous whether people without an account may make meetings
     */
    public record Creation(boolean anonymous, boolean lobby, boolean muted, boolean cameraOff) {}

    /** As it is on a new server: everything on. */
    public static InstanceRules standard() {
        return new InstanceRules(
                new Plans("enterprise", "enterprise"),
                new Creation(true, false, false, false),
                false,
                ALL_LANGUAGES,
                Set.of(),
                Map.of());
    }

    public InstanceRules with(Plans changed) {
        return new InstanceRules(changed, creation, guestsOnlyByLobby, languages, off, kept);
    }

    public InstanceRules with(Creation changed) {
        return new InstanceRules(plans, changed, guestsOnlyByLobby, languages, off, kept);
    }

    public InstanceRules withGuestsOnlyByLobby(boolean changed) {
        return new InstanceRules(plans, creation, changed, languages, off, kept);
    }

    public InstanceRules withLanguages(List<String> changed) {
        return new InstanceRules(plans, creation, guestsOnlyByLobby, changed, off, kept);
    }

    public InstanceRules withOff(Set<SuiteModule> changed) {
        return new InstanceRules(plans, creation, guestsOnlyByLobby, languages, changed, kept);
    }

    public InstanceRules withKept(Map<KeptKind, Duration> changed) {
        return new InstanceRules(plans, creation, guestsOnlyByLobby, languages, off, changed);
    }
}
