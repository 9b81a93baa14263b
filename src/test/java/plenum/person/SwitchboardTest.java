package plenum.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.AccountForTests;
import plenum.account.Identity;
import plenum.conference.FakeTimers;
import plenum.platform.Settings;
import plenum.protocol.ProtocolCodec;
import plenum.signaling.Reception;
import plenum.signaling.SignedInTabs;
import plenum.signaling.TabOutbox;
import plenum.socket.FakeWire;
import plenum.socket.SocketConnection;
import plenum.socket.SocketServices;
import plenum.socket.Wire.CloseReason;

/** Persons' sockets, from the texts that come in to those that go out. */
@Tag("person")
class SwitchboardTest {
    private static final String START = "2026-11-23T11:00:00Z";
    private static final UUID EVENT = UUID.randomUUID();

    private final FakeTimers time = new FakeTimers();
    private final SocketServices sockets = new SocketServices(new Settings.Sockets(100, 100, 8), time, time);
    private final FakeNews news = new FakeNews();
    private final Map<String, Identity.Person> sessions = new HashMap<>();
    private final SignedInTabs signedIn = new SignedInTabs(this::running);
    private final Reception reception = new Reception(null, signedIn, new ProtocolCodec(), Runnable::run);
    private final Switchboard switchboard =
            new Switchboard(this::identity, signedIn, news, time, new Lanes(Runnable::run));
    private final UUID ada = signIn("ada");
    private final UUID bob = signIn("bob");

    private UUID signIn(String token) {
        Identity.Person person = new Identity.Person(AccountForTests.anybody().make(), UUID.randomUUID());
        sessions.put(token, person);
        return person.account().id();
    }

    private Identity identity(Optional<String> token) {
        if (news.away) {
            throw new IllegalStateException("the database is away");
        }
        Identity.Person known = sessions.get(token.orElseThrow());
        return known == null ? new Identity.Guest() : known;
    }

    private Set<UUID> running(Set<UUID> asked) {
        return sessions.values().stream()
                .map(Identity.Person::session)
                .filter(asked::contains)
                .collect(Collectors.toSet());
    }

    private FakeWire open(String token) {
        FakeWire wire = new FakeWire();
        return wire.to(new SocketConnection<>(
                FakeWire.handshake(sockets, "192.0.2.1", Map.of()),
                wire,
                reception.messages(),
                sockets,
                connection -> new PersonSocket(
                        connection,
                        new TabOutbox(connection.queue(), reception.codec()),
                        switchboard,
                        Optional.ofNullable(token))));
    }

    private static String seen(String event, String start) {
        return "{\"type\":\"seen\",\"event\":\"" + event + "\",\"start\":\"" + start + "\"}";
    }

    @Test
    void nobodyIsToldNothing() {
        for (FakeWire stranger : List.of(open(null), open("guessed"))) {
            assertThat(stranger.heard).containsExactly("{\"type\":\"failed\",\"code\":\"forbidden\"}");
            assertThat(stranger.closed).isEqualTo(CloseReason.DONE);
        }
        assertThat(news.reads).isZero();
        assertThat(switchboard.accounts()).isEmpty();
    }

    @Test
    void aPageIsToldAllAtFirstAndThenWhatChanges() {
        news.due.put(ada, List.of("Standup"));
        FakeWire page = open("ada");
        assertThat(page.heard).hasSize(2);
        assertThat(page.heard.getFirst()).startsWith("{\"type\":\"reminders\"").contains("Standup");
        assertThat(page.heard.getLast()).startsWith("{\"type\":\"today\",\"events\":[],\"until\"");

        news.due.put(ada, List.of("Standup", "Board"));
        switchboard.noticed(ada);
        assertThat(page.heard).hasSize(3);
        assertThat(page.heard.getLast()).contains("Standup", "Board");

        news.day.put(ada, List.of("Lunch"));
        switchboard.changed(List.of(ada));
        assertThat(page.heard)
                .last()
                .asString()
                .startsWith("{\"type\":\"today\"")
                .contains("Lunch");
    }

    @Test
    void nobodyIsToldOfOthers() {
        FakeWire adas = open("ada");
        FakeWire bobs = open("bob");
        int before = bobs.heard.size();
        news.due.put(ada, List.of("Secret"));
        switchboard.noticed(ada);
        switchboard.changed(List.of(ada));
        switchboard.seen(ada, EVENT, Instant.parse(START));
        assertThat(adas.heard.toString()).contains("Secret");
        assertThat(bobs.heard).hasSize(before);
        assertThat(bob).isNotEqualTo(ada);
    }

    @Test
    void ofWhoeverHasNoPageNothingIsRead() {
        switchboard.noticed(ada);
        switchboard.changed(List.of(ada, bob));
        switchboard.seen(ada, EVENT, Instant.parse(START));
        assertThat(news.reads).isZero();

        open("ada").vanish();
        int before = news.reads;
        switchboard.changed(List.of(ada));
        assertThat(news.reads).isEqualTo(before);
        assertThat(switchboard.accounts()).isEmpty();
    }

    @Test
    void manyChangesAreToldTogether() {
        FakeWire page = open("ada");
        page.heard.clear();
        for (int i = 0; i < 100; i++) {
            switchboard.changed(List.of(ada));
        }
        time.pass(Duration.ofSeconds(3));
        assertThat(page.heard).filteredOn(text -> text.contains("\"today\"")).hasSize(2);
        assertThat(page.heard)
                .filteredOn(text -> text.contains("\"reminders\""))
                .hasSize(2);
    }

    @Test
    void whatOnePagePutsAwayAllAreTold() {
        FakeWire one = open("ada");
        FakeWire other = open("ada");
        FakeWire bobs = open("bob");
        news.stored = start -> switchboard.seen(ada, EVENT, start);
        one.say(seen(EVENT.toString(), START));
        assertThat(news.putAway).containsExactly(ada + " " + EVENT);
        assertThat(one.heard).last().isEqualTo(seen(EVENT.toString(), START));
        assertThat(other.heard).last().isEqualTo(seen(EVENT.toString(), START));
        assertThat(bobs.heard.toString()).doesNotContain("seen");
    }

    @Test
    void whatIsNoReminderIsNotStored() {
        FakeWire page = open("ada");
        for (String wrong : List.of(seen("x", START), seen("1-1-1-1-1", START), seen(EVENT.toString(), "soon"))) {
            page.say(wrong);
            assertThat(page.heard).last().isEqualTo("{\"type\":\"failed\",\"code\":\"bad-value\",\"about\":\"seen\"}");
        }
        news.hasCalendars = false;
        page.say(seen(EVENT.toString(), START));
        assertThat(page.heard).last().isEqualTo("{\"type\":\"failed\",\"code\":\"forbidden\",\"about\":\"seen\"}");
        assertThat(news.putAway).isEmpty();
        news.away = true;
        page.say(seen(EVENT.toString(), START));
        assertThat(page.heard).last().asString().contains("\"not-stored\"", "\"unavailable\"", EVENT.toString());
        assertThat(page.closed).isNull();
    }

    @Test
    void itIsNoSocketOfAMeeting() {
        FakeWire page = open("ada");
        page.say("{\"type\":\"leave\"}");
        assertThat(page.heard).last().isEqualTo("{\"type\":\"failed\",\"code\":\"out-of-place\",\"about\":\"leave\"}");
        page.say("{\"type\":\"ping\",\"sent\":7}");
        assertThat(page.heard).last().isEqualTo("{\"type\":\"pong\",\"sent\":7}");
        page.say("{\"type\":\"seen\"}");
        assertThat(page.closed).isEqualTo(CloseReason.PROTOCOL_ERROR);
    }

    @Test
    void tooMuchIsDropped() {
        FakeWire page = open("ada");
        for (int i = 0; i < 21; i++) {
            page.say(seen(EVENT.toString(), START));
        }
        assertThat(page.heard).last().isEqualTo("{\"type\":\"failed\",\"code\":\"throttled\",\"about\":\"seen\"}");
        assertThat(news.putAway).hasSize(20);
    }

    @Test
    void theOldestOfTooManyIsToldNotToComeBack() {
        FakeWire bobs = open("bob");
        List<FakeWire> pages = new ArrayList<>();
        for (int i = 0; i <= OpenSockets.MOST; i++) {
            pages.add(open("ada"));
        }
        assertThat(pages.removeFirst().heard).last().isEqualTo("{\"type\":\"ended\",\"reason\":\"taken-over\"}");
        assertThat(pages).allSatisfy(page -> assertThat(page.closed).isNull());
        assertThat(bobs.closed).isNull();
        pages.forEach(FakeWire::vanish);
        bobs.vanish();
        assertThat(switchboard.accounts()).isEmpty();
    }

    @Test
    void signingOutEndsItEverywhere() {
        signedIn.start(time, Runnable::run);
        FakeWire one = open("ada");
        FakeWire other = open("ada");
        FakeWire bobs = open("bob");
        sessions.remove("ada");
        time.pass(Duration.ofSeconds(3));
        for (FakeWire page : List.of(one, other)) {
            assertThat(page.heard).last().isEqualTo("{\"type\":\"ended\",\"reason\":\"signed-out\"}");
            assertThat(page.closed).isEqualTo(CloseReason.DONE);
        }
        assertThat(bobs.closed).isNull();
        assertThat(switchboard.accounts()).containsExactly(bob);
    }

    /** Another server has given them, or put them away. */
    @Test
    void whatNobodyHasToldHereIsFound() {
        switchboard.start();
        time.pass(Duration.ofMinutes(1));
        assertThat(news.reads).as("without any page").isZero();
        FakeWire adas = open("ada");
        FakeWire bobs = open("bob");
        look(adas, bobs);
        assertThat(lists(adas)).hasSize(1);

        news.due.put(ada, List.of("Board"));
        look(adas, bobs);
        assertThat(lists(adas)).hasSize(2).last().asString().contains("Board");
        look(adas, bobs);
        look(adas, bobs);
        assertThat(lists(adas)).as("nothing is told twice").hasSize(2);

        news.due.put(ada, List.of());
        look(adas, bobs);
        assertThat(lists(adas)).hasSize(3).last().isEqualTo("{\"type\":\"reminders\",\"list\":[]}");
        assertThat(lists(bobs)).hasSize(1);

        news.away = true;
        look(adas, bobs);
        assertThat(adas.closed).isNull();
    }

    /** The time of one look passes; pages show that they are there. */
    private void look(FakeWire... pages) {
        for (FakeWire page : pages) {
            page.say("{\"type\":\"ping\",\"sent\":1}");
        }
        time.pass(Duration.ofSeconds(15));
    }

    private static List<String> lists(FakeWire page) {
        return page.heard.stream()
                .filter(text -> text.contains("\"reminders\""))
                .toList();
    }

    @Test
    void whoCannotBeToldComesAgain() {
        FakeWire page = open("ada");
        news.away = true;
        switchboard.noticed(ada);
        FakeWire next = open("ada");
        for (FakeWire told : List.of(page, next)) {
            assertThat(told.heard).last().isEqualTo("{\"type\":\"refused\",\"reason\":\"unavailable\"}");
            assertThat(told.closed).isEqualTo(CloseReason.DONE);
        }
        assertThat(switchboard.accounts()).isEmpty();
    }
}
