package plenum.reaction.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.Attendances;
import plenum.meeting.Meeting;
import plenum.meeting.Meetings;
import plenum.meeting.Role;
import plenum.meeting.store.Schema;
import plenum.reaction.Hands;
import plenum.reaction.Hands.RaisedHand;

@ExtendWith(ArquillianExtension.class)
@Tag("reaction")
class StoredHandsIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    Hands hands;

    @Inject
    Meetings meetings;

    @Inject
    Attendances attendances;

    @Inject
    Schema schema;

    private Meeting meeting;
    private UUID ada;
    private UUID bob;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void createMeeting() {
        AwaitSchema.of(schema);
        meeting = meetings.create("Hands").meeting();
        ada = attendances.take(meeting, "Ada", Role.CREATOR).attendance().id();
        bob = attendances.take(meeting, "Bob", Role.PARTICIPANT).attendance().id();
    }

    @Test
    void keepsTheOrderOfRaising() {
        hands.raise(meeting.id(), bob, NOW);
        hands.raise(meeting.id(), ada, NOW.plusSeconds(1));
        assertEquals(NOW, hands.raise(meeting.id(), bob, NOW.plusSeconds(2)));
        assertEquals(
                List.of(new RaisedHand(bob, NOW), new RaisedHand(ada, NOW.plusSeconds(1))), hands.of(meeting.id()));
    }

    @Test
    void whoRaisesAgainIsLast() {
        hands.raise(meeting.id(), bob, NOW);
        hands.raise(meeting.id(), ada, NOW.plusSeconds(1));
        hands.lower(bob);
        hands.raise(meeting.id(), bob, NOW.plusSeconds(2));
        assertEquals(
                List.of(ada, bob),
                hands.of(meeting.id()).stream().map(RaisedHand::participant).toList());
    }

    @Test
    void lowersAllOfThose() {
        Meeting other = meetings.create("Other").meeting();
        UUID cem = attendances.take(other, "Cem", Role.CREATOR).attendance().id();
        hands.raise(meeting.id(), ada, NOW);
        hands.raise(meeting.id(), bob, NOW);
        hands.raise(other.id(), cem, NOW);
        hands.lowerAll(List.of(ada, bob));
        assertTrue(hands.of(meeting.id()).isEmpty());
        assertEquals(1, hands.of(other.id()).size());
    }
}
