package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import plenum.calendar.EventTime.Interval;
import plenum.storage.OutsideServers;

/**
 * Reads the calendar of somebody without an account, at an address that they give, to mark times of a poll for them. Nothing of it is kept, and
 * they are shown only which times are free.
 */
@ApplicationScoped
public class OutsideCalendar {
    private static final int LONGEST = 2_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    OutsideServers servers;

    @Inject
    InstantSource clock;

    /** An answer to each time of a poll; empty when there is no calendar that can be read at that address. */
    Optional<List<Answer>> answers(String address, DatePoll poll) {
        return uri(address)
                .flatMap(uri -> servers.read(uri, LONGEST, PATIENCE))
                .flatMap(bytes -> answers(new String(bytes, StandardCharsets.UTF_8), poll, clock.instant()));
    }

    /** Programs write {@code webcal} for what is fetched by HTTPS. */
    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(URI.create(address.strip().replaceFirst("^webcals?:", "https:")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<List<Answer>> answers(String text, DatePoll poll, Instant now) {
        List<Event> events;
        try {
            events = EventReader.read(text, poll.id(), Optional.empty(), poll.zone(), now)
                    .events();
        } catch (EventReader.UnreadableException e) {
            return Optional.empty();
        }
        Set<Replaced> replaced = new HashSet<>();
        events.forEach(event -> event.instead().ifPresent(start -> replaced.add(new Replaced(event.uid(), start))));
        return Optional.of(IntStream.range(0, poll.starts().size())
                .mapToObj(option -> isBusy(events, replaced, poll.time(option).interval()) ? Answer.NO : Answer.YES)
                .toList());
    }

    private record Replaced(String uid, LocalDateTime start) {}

    private static boolean isBusy(List<Event> events, Set<Replaced> replaced, Interval span) {
        return events.stream()
                .filter(event -> event.details().busy())
                .anyMatch(event -> event.occurrences(span).stream()
                        .anyMatch(time -> event.repetition().isEmpty()
                                || !replaced.contains(new Replaced(event.uid(), time.start()))));
    }
}
