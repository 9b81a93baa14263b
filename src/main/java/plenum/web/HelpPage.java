package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plenum.platform.Messages;

/**
 * Help, a page of short instructions. Where they name a button they name its key, so that they say what the button says; {@code
 * help.step.TOPIC.N} are the steps of a topic.
 */
@Named
@RequestScoped
public class HelpPage {
    private static final Pattern BUTTON = Pattern.compile("\\{([a-z0-9.-]+)}");
    private static final String KEYS = "keys";

    /** Subject, and the symbol beside it. What people want to do comes first: the start page leads to those. */
    private static final List<Subject> TASKS = List.of(
            new Subject("create", "plus"),
            new Subject("join", "right"),
            new Subject("people", "people"),
            new Subject("protect", "shield"),
            new Subject("share", "share"),
            new Subject("chat", "chat"),
            new Subject("react", "smile"),
            new Subject("polls", "check"),
            new Subject("rooms", "rooms"),
            new Subject("view", "grid"),
            new Subject("second", "link"),
            new Subject("app", "install"),
            new Subject("devices", "camera"),
            new Subject("trouble", "signal"));

    private static final List<Subject> MORE = List.of(new Subject(KEYS, "keyboard"), new Subject("privacy", "lock"));

    /** What people want to do. */
    public List<Topic> getTasks() {
        return topics(TASKS.stream(), language());
    }

    /** Everything there is help for. */
    public List<Topic> getTopics() {
        return topics(Stream.concat(TASKS.stream(), MORE.stream()), language());
    }

    static List<Topic> everything(Locale language) {
        return topics(Stream.concat(TASKS.stream(), MORE.stream()), language);
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static List<Topic> topics(Stream<Subject> subjects, Locale language) {
        ResourceBundle texts = Messages.in(language);
        return subjects.map(subject -> new Topic(
                        subject.key(),
                        subject.symbol(),
                        steps(subject.key(), texts, Quotes.of(language)),
                        subject.key().equals(KEYS)))
                .toList();
    }

    private static List<String> steps(String subject, ResourceBundle texts, Quotes quotes) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "help.step." + subject + "." + number)
                .takeWhile(texts::containsKey)
                .map(key -> withButtons(texts.getString(key), texts, quotes))
                .toList();
    }

    private static String withButtons(String step, ResourceBundle texts, Quotes quotes) {
        return BUTTON.matcher(step).replaceAll(found -> quotes.around(label(found, texts)));
    }

    /** A label ends with an ellipsis where a question follows; in a sentence that would be an end too many. */
    private static String label(MatchResult found, ResourceBundle texts) {
        return texts.getString(found.group(1))
                .replaceAll("[ \u00a0\u202f]*…$", "")
                .replace("$", "");
    }

    private record Subject(String key, String symbol) {}

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
