package plenum.recording;

import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import plenum.account.Account;

/**
 * A recording as its owner sees it.
 *
 * @param state last part of the key of the text that says where it is
 * @param trouble likewise, of the text that says why it is not there yet; empty when nothing is wrong
 * @param watchable whether there is a film
 */
public record RecordingRowView(
        String id,
        String meeting,
        String when,
        String length,
        String size,
        String state,
        String trouble,
        boolean watchable)
        implements Serializable {

    static RecordingRowView of(Recording recording, boolean watchable, Account owner, Locale language) {
        String trouble = Receipts.trouble(recording.trouble());
        return new RecordingRowView(
                recording.id().toString(),
                recording.name(),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(recording.startedAt().atZone(owner.zone())),
                recording.film().map(film -> Receipts.length(film.millis())).orElse(""),
                recording.film().map(film -> Receipts.size(film, language)).orElse(""),
                recording.state().name(),
                trouble,
                watchable);
    }
}
