package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mail.MailAddress;

@Tag("calendar")
class GuestListTest {
    private static final UUID SALES = UUID.randomUUID();
    private static final Map<UUID, String> NAMES = Map.of(SALES, "Sales");

    private static Guest guest(String name, Answer answer, Optional<UUID> group) {
        return new Guest(new MailAddress(name + "@example.org"), name, Optional.empty(), true, answer, group);
    }

    private static GuestList list() {
        return new GuestList(List.of(
                guest("ann", Answer.YES, Optional.of(SALES)),
                guest("ben", Answer.NONE, Optional.of(SALES)),
                guest("cem", Answer.NO, Optional.empty())));
    }

    @Test
    void peopleOfAGroupAreShownAsTheGroup() {
        List<GuestList.Row> rows = list().rows(NAMES);
        assertThat(rows).extracting(GuestList.Row::name).containsExactly("Sales", "cem");
        assertThat(rows.getFirst().people()).hasSize(2);
        assertThat(rows.getFirst().count(Answer.YES)).isEqualTo(1);
    }

    @Test
    void aGroupThatIsGoneLeavesItsPeople() {
        assertThat(list().rows(Map.of())).extracting(GuestList.Row::name).containsExactly("ann", "ben", "cem");
    }

    @Test
    void aGroupIsMadeOptionalAndRemovedAsOne() {
        GuestList list = list();
        list.toggleNeeded(SALES.toString());
        assertThat(list.rows(NAMES).getFirst().needed()).isFalse();
        assertThat(list.all()).filteredOn(Guest::needed).hasSize(1);
        list.toggleNeeded(SALES.toString());
        assertThat(list.all()).allMatch(Guest::needed);
        list.remove(SALES.toString());
        assertThat(list.all()).extracting(Guest::name).containsExactly("cem");
    }

    @Test
    void whoeverIsInvitedAlreadyStaysAndTooManyAreRefused() {
        GuestList list = list();
        assertThat(list.add(List.of(guest("ann", Answer.NONE, Optional.empty()))))
                .isTrue();
        assertThat(list.all()).hasSize(3);
        List<Guest> many = IntStream.range(0, Event.MOST_GUESTS)
                .mapToObj(number -> guest("guest" + number, Answer.NONE, Optional.of(SALES)))
                .toList();
        assertThat(list.add(many)).isFalse();
        assertThat(list.all()).hasSize(3);
    }
}
