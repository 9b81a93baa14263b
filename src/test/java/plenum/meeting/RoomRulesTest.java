package plenum.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("meeting")
class RoomRulesTest {

    @Test
    void anOpenMeetingHoldsNobodyBack() {
        RoomRules rules = RoomRules.standard();
        assertThat(rules.lobby() || rules.locked() || rules.waitForModerator()).isFalse();
        assertThat(rules.chat() && rules.share() && rules.reactions() && rules.rename() && rules.reactionSounds())
                .isTrue();
        assertThat(rules.allows(RoomSwitch.START_MUTED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aSwitchChangesItselfAlone(RoomSwitch which) {
        RoomRules on = RoomRules.standard().with(which, true);
        RoomRules off = on.with(which, false);
        assertThat(on.allows(which)).isTrue();
        assertThat(off.allows(which)).isFalse();
        EnumSet<RoomSwitch> others = EnumSet.complementOf(EnumSet.of(which));
        assertThat(others).allSatisfy(other -> assertThat(off.allows(other))
                .isEqualTo(RoomRules.standard().allows(other)));
    }
}
