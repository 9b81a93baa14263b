package plenum.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.mail.Letter;
import plenum.platform.Messages;
import plenum.platform.SiteAddress;

/** Says what is in a film, who consented to be in it, and what is missing. */
@ApplicationScoped
public class Receipts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MEGABYTE = 1_000_000;
    /** Reasons that have words of their own. */
    private static final Set<String> SAID = Set.of("FULL", "DENIED");

    @Inject
    SiteAddress site;

    Letter letter(Account owner, Recording recording, Recording.Film film, List<Choice> choices) {
        Locale language = owner.language();
        ResourceBundle texts = Messages.in(language);
        List<String> gaps = gaps(recording, film, choices, texts, language);
        List<String> values = List.of(
                film.file(),
                length(film.millis()),
                size(film, language),
                film.sha256(),
                names(choices, true, texts),
                names(choices, false, texts),
                gaps.isEmpty() ? texts.getString("recording.gaps.none") : String.join("; ", gaps));
        return new Letter(
                owner.email(),
                language,
                recording.edition() > 1 ? "recording.again" : "recording",
                values,
                Optional.of(site.page("/recordings/watch?id=" + recording.id())));
    }

    /** That a film cannot be stored, which is tried again; once for each reason. */
    Letter troubleLetter(Account owner, Recording recording, String trouble) {
        ResourceBundle texts = Messages.in(owner.language());
        return new Letter(
                owner.email(),
                owner.language(),
                "recording.trouble",
                List.of(recording.name(), texts.getString("recordings.trouble." + trouble(trouble))),
                Optional.of(site.page("/recordings/watch?id=" + recording.id())));
    }

    /** That a film will be deleted because of its age. */
    Letter ageLetter(Account owner, Recording recording, Instant end) {
        return new Letter(
                owner.email(),
                owner.language(),
                "recording.age",
                List.of(recording.name(), date(end, owner, owner.language())),
                Optional.of(site.page("/recordings/watch?id=" + recording.id())));
    }

    static String date(Instant time, Account reader, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .format(time.atZone(reader.zone()));
    }

    /** Last part of the key of the words for why a film is not stored yet; empty when nothing is wrong. */
    static String trouble(String reason) {
        return reason.isEmpty() || SAID.contains(reason) ? reason : "other";
    }

    /** Hours, minutes and seconds. */
    static String length(long millis) {
        long seconds = millis / 1000;
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    static String size(Recording.Film film, Locale language) {
        return new MessageFormat("{0,number,#,##0.0} MB", language)
                .format(new Object[] {(double) film.bytes() / MEGABYTE});
    }

    private static String names(List<Choice> choices, boolean in, ResourceBundle texts) {
        String names = choices.stream()
                .filter(choice -> in == (choice.given() && choice.withdrawnAt().isEmpty()))
                .map(Choice::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? texts.getString("recording.nobody") : names;
    }

    /** Each with its times, and whose media are missing; and where a failure of the server ended the film. */
    static List<String> gaps(
            Recording recording, Recording.Film film, List<Choice> choices, ResourceBundle texts, Locale language) {
        Map<String, String> names = choices.stream()
                .collect(Collectors.toMap(choice -> choice.participant().toString(), Choice::name, (a, b) -> b));
        List<String> gaps = new ArrayList<>();
        try {
            for (JsonNode gap : JSON.readTree(film.gaps())) {
                String who = names.getOrDefault(gap.path("person").asText(), "");
                gaps.add(new MessageFormat(
                                texts.getString(who.isEmpty() ? "recording.gap.all" : "recording.gap"), language)
                        .format(new Object[] {
                            length(gap.path("from").asLong()),
                            length(gap.path("to").asLong()),
                            who
                        }));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("gaps that we wrote ourselves", e);
        }
        if (recording.interrupted()) {
            gaps.add(new MessageFormat(texts.getString("recording.gap.end"), language)
                    .format(new Object[] {length(film.millis())}));
        }
        return gaps;
    }
}
