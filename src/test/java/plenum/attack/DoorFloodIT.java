package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.it.Tab;
import plenum.platform.Messages;

/** Strangers at the door: they guess codes, and take the places of those who wait. */
@Tag("attack")
class DoorFloodIT {
    private static final String UNKNOWN = Messages.in(Locale.ENGLISH).getString("join.unknown");
    private static final int ADDRESSES = 6;
    private static final int GUESSES_EACH = 12;
    private static final int MOST_GUESSES_OF_A_NETWORK = 40;
    private static final int KNOCKS = 110;

    private final Scene scene = Scene.shared();

    @Test
    void guessesOfAWholeNetworkAreThrottled() {
        scene.bystanders().during("guesses of codes", () -> {
            long lookedUp = IntStream.range(0, ADDRESSES)
                    .mapToLong(i -> guesses("127.0.7." + (1 + i), i))
                    .sum();
            assertThat(lookedUp).isBetween(1L, (long) MOST_GUESSES_OF_A_NETWORK);
        });
    }

    /** How many codes were looked up for somebody at this address. */
    private long guesses(String address, int number) {
        try (Stranger guesser = scene.stranger(address)) {
            return IntStream.range(0, GUESSES_EACH * Scene.FORCE)
                    .mapToObj(i -> tryCode(guesser, "%03d-%04d-%03d".formatted(number, i, i)))
                    .filter(page -> page.contains(UNKNOWN))
                    .count();
        }
    }

    /** The page that comes of it. */
    private static String tryCode(Stranger guesser, String code) {
        Map<String, String> form = Map.of(
                "join", "join",
                "join:submit", "",
                "jakarta.faces.ViewState", "stateless",
                "primefaces.nonce", "",
                "join:address", code);
        return guesser.post("/", form, "Origin", guesser.origin(), "Accept-Language", "en")
                .body();
    }

    @Test
    void oneAddressDoesNotFillTheLobby() {
        scene.bystanders().during("a full lobby", () -> {
            try (Stranger host = scene.stranger("127.0.8.1");
                    Stranger attacker = scene.stranger("127.0.8.2");
                    Stranger guest = scene.stranger("127.0.8.3")) {
                Place place = Place.make(host, "Lobby", Map.of("create:rules:lobby", "on"));
                Visitor moderator = Visitor.join(host.creatorsTab(place), "Mo");
                List<Tab> crowd = new ArrayList<>();
                int refused = 0;
                for (int i = 0; i < KNOCKS; i++) {
                    Tab tab = attacker.tab(place);
                    crowd.add(tab);
                    Visitor.knock(tab, "Eve " + i, Map.of());
                    refused += tab.hearEither("waiting", "refused")
                                    .path("type")
                                    .asText()
                                    .equals("refused")
                            ? 1
                            : 0;
                }
                assertThat(refused).isPositive();

                Tab waiting = guest.tab(place);
                Visitor.knock(waiting, "Gus", Map.of());
                waiting.hear("waiting");
                JsonNode knocking =
                        moderator.tab().hear("knocking", news -> news.toString().contains("\"Gus\""));
                assertThat(knocking).isNotNull();
                crowd.forEach(Tab::vanish);
                waiting.vanish();
                moderator.leave();
            }
        });
    }
}
