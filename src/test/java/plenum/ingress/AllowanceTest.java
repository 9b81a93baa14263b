package plenum.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ingress")
class AllowanceTest {

    @Test
    void boundsEachClientAndAllOfThem() {
        Allowance allowance = new Allowance(2, 3);

        assertThat(allowance.take("a")).isTrue();
        assertThat(allowance.take("a")).isTrue();
        assertThat(allowance.take("a")).isFalse();
        assertThat(allowance.take("b")).isTrue();
        assertThat(allowance.take("c")).isFalse();
        allowance.giveBack("a");
        assertThat(allowance.take("c")).isTrue();
        assertThat(allowance.take("a")).isFalse();
        allowance.giveBack("b");
        assertThat(allowance.take("a")).isTrue();
    }
}
