package plenum.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.Floors.Row;

/** The table of packages has no circle. */
@Tag("mediaserver")
class FloorsTest {
    @Test
    void everyRowUsesOnlyRowsAboveIt() {
        List<String> above = new ArrayList<>();
        for (Row row : Floors.rows()) {
            assertThat(above).as(row.name()).containsAll(row.uses());
            above.add(row.name());
        }
    }
}
