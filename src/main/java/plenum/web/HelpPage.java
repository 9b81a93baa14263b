package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plenum.platform.Messages;
import plenum.policy.KeptKind;
import plenum.policy.Policy;
import plenum.policy.SuiteModule;

/**
 * The help: a page of short instructions. A step refers to a button by its message key, so that it shows the button's own text; retention
 * times are those of this server ({@link KeptTexts}). {@code help.step.TOPIC.N} are the steps of a topic.
 */
@Named
@RequestScoped
public class HelpPage {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9.-]+)}");
    private static final String KEYS = "keys";

    /** Subject, and the symbol beside it. What people want to do comes first: the start page leads to those. */
    private static final List<Subject> TASKS = List.of(
            new Subject("create", "plus"),
            new Subject("join", "right"),
            new Subject("people", "people"),
            new Subject("protect", "shield"),
            new Subject("share", "share"),
            new Subject("draw", "pen"),
            new Subject("chat", "chat"),
            new Subject("react", "smile"),
            new Subject("polls", "check"),
            new Subject("rooms", "rooms"),
            new Subject("recording", "record"),
            new Subject("view", "grid"),
            new Subject("second", "link"),
            new Subject("calendar", "calendar"),
            new Subject("app", "install"),
            new Subject("devices", "camera"),
            new Subject("trouble", "signal"));

    private static final List<Subject> MORE = List.of(new Subject(KEYS, "keyboard"), new Subject("privacy", "lock"));

    @Inject
    Policy policy;

    /** The topics of the help. */
    public List<Topic> getTasks() {
        return there(topics(TASKS.stream(), language(), policy::kept));
    }

    /** Everything there is help for. */
    public List<Topic> getTopics() {
        return there(everything(language(), policy::kept));
    }

    /** Without what is about a part of the suite that is switched off. */
    private List<Topic> there(List<Topic> all) {
        return all.stream()
                .filter(topic -> policy.has(SuiteModule.CHAT) || !topic.key().equals("chat"))
                .filter(topic ->
                        policy.has(SuiteModule.WHITEBOARD) || !topic.key().equals("draw"))
                .toList();
    }

    static List<Topic> everything(Locale language, Function<KeptKind, Duration> kept) {
        return topics(Stream.concat(TASKS.stream(), MORE.stream()), language, kept);
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static List<Topic> topics(Stream<Subject> subjects, Locale language, Function<KeptKind, Duration> kept) {
        Words words = new Words(Messages.in(language), Quotes.of(language), new KeptTexts(kept, language).all());
        return subjects.map(subject -> new Topic(
                        subject.key(),
                        subject.symbol(),
                        words.steps(subject.key()),
                        subject.key().equals(KEYS)))
                .toList();
    }

    private record Subject(String key, String symbol) {}

    /** The values that the steps refer to, in one language. */
    private record Words(ResourceBundle texts, Quotes quotes, Map<String, String> kept) {
        List<String> steps(String subject) {
            return IntStream.iterate(1, number -> number + 1)
                    .mapToObj(number -> "help.step." + subject + "." + number)
                    .takeWhile(texts::containsKey)
                    .map(key -> PLACE.matcher(texts.getString(key)).replaceAll(this::inPlaceOf))
                    .toList();
        }

        private String inPlaceOf(MatchResult found) {
            String key = found.group(1);
            return Matcher.quoteReplacement(kept.containsKey(key) ? kept.get(key) : quotes.around(label(key)));
        }

        /** A label ends with an ellipsis where a question follows; in a sentence that would be an end too many. */
        private String label(String key) {
            return texts.getString(key).replaceAll("[ \u00a0\u202f]*…$", "");
        }
    }

    private record Quotes(String open, String close) {
        static Quotes of(Locale language) {
            return switch (language.getLanguage()) {
                case "de" -> new Quotes("„", "“");
                case "fr" -> new Quotes("«\u00a0", "\u00a0»");
                case "it", "es" -> new Quotes("«", "»");
                default -> new Quotes("“", "”");
            };
        }

        String around(String label) {
            return open + label + close;
        }
    }

    /** One subject: its heading is {@code help.topic.KEY} in the bundles. */
    public record Topic(String key, String symbol, List<String> steps, boolean ofKeys) {}
}
