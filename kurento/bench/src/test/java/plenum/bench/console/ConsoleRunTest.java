package plenum.bench.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class ConsoleRunTest {
    @Test
    void columnsThatSortAreFound() {
        assertThat(ConsoleRun.sortable("""
                <th id="users:table:a" class="ui-state-default ui-sortable-column" scope="col">Name</th>
                <th id="users:table:b" class="ui-state-default" scope="col">Groups</th>
                """)).containsExactly("users:table:a");
    }

    @Test
    void aShareOfTheValuesIsBelow() {
        double[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        assertThat(ConsoleRun.at(sorted, 0.5)).isEqualTo(10);
        assertThat(ConsoleRun.at(sorted, 0.95)).isEqualTo(19);
        assertThat(ConsoleRun.at(sorted, 1)).isEqualTo(20);
    }
}
