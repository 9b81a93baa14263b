package plenum.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("socket")
class FairShareTest {
    private final FairShare share = new FairShare(8000, 1000);

    @Test
    void anAddressAloneHasItsWholeShareAndNoMore() {
        assertThat(takeAll("school")).isEqualTo(1000);
        assertThat(share.holdsMuch("school")).isTrue();
        share.giveBack("school", 1);
        assertThat(share.take("school", 2)).isFalse();
        assertThat(share.take("school", 1)).isTrue();
    }

    @Test
    void whoHoldsHalfOfAShareHasThemselvesToBlame() {
        share.take("school", 499);
        assertThat(share.holdsMuch("school")).isFalse();
        share.take("school", 1);
        assertThat(share.holdsMuch("school")).isTrue();
    }

    @Test
    void fiveThousandBehindTwentyRoutersFindRoom() {
        for (int person = 0; person < 250; person++) {
            for (int router = 0; router < 20; router++) {
                assertThat(share.take("router " + router, 1)).isTrue();
            }
        }
        assertThat(share.used()).isEqualTo(5000);
    }

    /** Nothing is held for long: who knocks has seconds to say a name, and a message to be finished. */
    @Test
    void whoeverTakesAllTheyGetFromManyAddressesLeavesRoomForOthers() {
        for (int round = 0; round < 10; round++) {
            for (int address = 0; address < 100; address++) {
                share.giveBack("attacker " + address, share.heldBy("attacker " + address));
                takeAll("attacker " + address);
            }
        }
        assertThat(share.used()).isBetween(7000L, 7700L);
        for (int household = 0; household < 20; household++) {
            assertThat(share.take("household " + household, 1)).isTrue();
        }
    }

    @Test
    void whatIsGivenBackIsThereForAll() {
        takeAll("first");
        share.giveBack("first", 1000);
        assertThat(share.used()).isZero();
        assertThat(takeAll("second")).isEqualTo(1000);
    }

    @Test
    void anAddressNeverHasMoreThanThereIs() {
        FairShare small = new FairShare(10, 1000);
        assertThat(small.take("one", 11)).isFalse();
        assertThat(small.take("one", 10)).isTrue();
        assertThat(small.take("two", 1)).isFalse();
    }

    private int takeAll(String address) {
        int taken = 0;
        while (share.take(address, 1)) {
            taken++;
        }
        return taken;
    }
}
