package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("bench")
class MachineTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void describesWhatItRunsOn() throws Exception {
        assertThat(Machine.describe()).hasSize(4).noneMatch(line -> line.endsWith("unknown"));
        assertThat(Machine.load()).isNotNegative();
    }
}
