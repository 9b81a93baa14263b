package plenum.push;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import plenum.job.Retries;

/** What the answer of a push service means for a message (RFC 8030 sections 5 and 7.3). */
sealed interface Verdict {
    /** The service has it. */
    record Taken() implements Verdict {}

    /** The browser wants nothing more: its subscription goes. */
    record Gone() implements Verdict {}

    /** It will never be taken. */
    record Refused() implements Verdict {}

    /** It is tried again at a time. */
    record Later(Instant at) implements Verdict {}

    /** Nobody would want it any more when it could be tried again. */
    record TooLate() implements Verdict {}

    /** The status of a service that did not answer. */
    int NO_ANSWER = 0;

    /** How long it waits after failures; it ends by its time and not by their number. */
    Retries RETRIES = new Retries(Integer.MAX_VALUE, Duration.ofSeconds(10), 2, Duration.ofMinutes(10));

    /**
     * @param status of HTTP, or {@link #NO_ANSWER}
     * @param failures before this one
     * @param retryAfter header of the answer: seconds, or a date (RFC 9110 section 10.2.3)
     * @param until when nobody wants it any more
     */
    static Verdict of(int status, int failures, Optional<String> retryAfter, Instant now, Instant until) {
        if (status >= 200 && status < 300) {
            return new Taken();
        }
        return switch (status) {
            case 404, 410 -> new Gone();
            case NO_ANSWER, 408, 429 -> later(failures, retryAfter, now, until);
            default -> status >= 500 ? later(failures, retryAfter, now, until) : new Refused();
        };
    }

    private static Verdict later(int failures, Optional<String> retryAfter, Instant now, Instant until) {
        Instant ours = now.plus(RETRIES.delayAfter(failures + 1));
        Instant at = retryAfter
                .flatMap(text -> time(text, now))
                .filter(ours::isBefore)
                .orElse(ours);
        return at.isBefore(until) ? new Later(at) : new TooLate();
    }

    private static Optional<Instant> time(String text, Instant now) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(now.plusSeconds(Long.parseLong(text)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
