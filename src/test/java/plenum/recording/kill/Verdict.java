package plenum.recording.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a film has to be like after faults; times are seconds of the film. */
final class Verdict {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What is shorter is no gap for the receipt. */
    private static final double SHORTEST_GAP = 2;
    /** At the ends of what is missing: a second that may be lost, and a window. */
    private static final double EDGE = 1.2;

    private static final double WINDOW = 0.5;
    private static final double HEARD = 0.02;
    private static final double NOT_HEARD = 0.004;

    private final Films films;
    private final Path film;
    private final Ledgered.Row recording;
    private final List<Fault.Happened> faults;
    private final double whole;
    private final Films.Sound sound;
    private final List<Gap> gaps;

    private record Gap(String person, double from, double to) {
        boolean isOf(Recordee somebody) {
            return person.isEmpty() || person.equals(somebody.id());
        }
    }

    /** @param whole since when everybody who is in it was being written, in milliseconds since 1970 */
    Verdict(Films films, Path film, Ledgered.Row recording, List<Fault.Happened> faults, long whole)
            throws IOException {
        this.films = films;
        this.film = film;
        this.recording = recording;
        this.faults = faults;
        this.whole = second(whole);
        this.sound = films.sound(film);
        this.gaps = gaps(recording);
        System.out.println(faults.stream()
                .map(fault -> "JOURNEY %s from %.1f to %.1f s of %.1f s"
                        .formatted(fault.fault(), second(fault.at()), second(fault.over()), sound.seconds()))
                .collect(Collectors.joining("\n")));
        System.out.println("JOURNEY gaps " + recording.gaps());
    }

    private static List<Gap> gaps(Ledgered.Row recording) throws IOException {
        List<Gap> gaps = new ArrayList<>();
        for (JsonNode gap : JSON.readTree(recording.gaps())) {
            gaps.add(new Gap(
                    gap.path("person").asText(),
                    gap.path("from").asLong() / 1000.0,
                    gap.path("to").asLong() / 1000.0));
        }
        return gaps;
    }

    private double second(long at) {
        return (at - recording.startedAt()) / 1000.0;
    }

    /** It can be decoded to its end, and is as long as the recording was. */
    void isWhole() throws IOException {
        assertThat(films.complaints(film)).isEmpty();
        assertThat(films.codecs(film).lines()).contains("h264", "aac");
        double length = recording.millis() / 1000.0;
        assertThat(films.seconds(film)).isBetween(length - 1, length + 1);
        assertThat(length).isGreaterThan(second(faults.getLast().over()));
    }

    /** Each gap is of a fault that leaves one, and begins no more than a second before it. */
    void explainsItsGaps() {
        assertThat(gaps).filteredOn(gap -> gap.to > whole).allSatisfy(gap -> assertThat(faults)
                .anySatisfy(fault -> {
                    assertThat(fault.fault().leavesGap()).isTrue();
                    assertThat(gap.from).isBetween(second(fault.at()) - 1, second(fault.over()) + EDGE);
                }));
    }

    /** As the receipt writes them. */
    List<String> timesOfGaps() {
        return gaps.stream()
                .map(gap -> (long) gap.from)
                .map(at -> "%d:%02d:%02d".formatted(at / 3600, at / 60 % 60, at % 60))
                .toList();
    }

    /** Wherever the receipt names no gap of theirs, but for what is too short for the receipt while a fault lasts. */
    void isHeard(Recordee person) {
        int heard = 0;
        int silent = 0;
        for (double at = whole + EDGE; at + WINDOW < sound.seconds() - EDGE; at += WINDOW) {
            if (isNamed(at, person)) {
                silent = 0;
                continue;
            }
            if (sound.tone(at, WINDOW, person.frames().hertz()) > HEARD) {
                heard++;
                silent = 0;
                continue;
            }
            assertThat(mayBeShort(at))
                    .as("%s is not heard at %.1f s, without a fault", person.name(), at)
                    .isTrue();
            silent++;
            assertThat(silent * WINDOW)
                    .as("how long %s is not heard at %.1f s", person.name(), at)
                    .isLessThan(SHORTEST_GAP + EDGE);
        }
        assertThat(heard).as("parts in which %s is heard", person.name()).isPositive();
    }

    private boolean mayBeShort(double at) {
        return faults.stream()
                .filter(fault -> fault.fault().leavesGap())
                .anyMatch(fault -> at + WINDOW > second(fault.at()) - 1 && at < second(fault.over()) + EDGE);
    }

    private boolean isNamed(double at, Recordee person) {
        return gaps.stream()
                .filter(gap -> gap.isOf(person))
                .anyMatch(gap -> at + WINDOW > gap.from - 0.2 && at < gap.to + EDGE);
    }

    void isNotHeard(Recordee person) {
        for (double at = 0; at + WINDOW < sound.seconds(); at += WINDOW) {
            assertThat(sound.tone(at, WINDOW, person.frames().hertz()))
                    .as("%s at %.1f s", person.name(), at)
                    .isLessThan(NOT_HEARD);
        }
    }
}
