package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.mediaserver.flow.LayerSelector.Choice;
import plenum.mediaserver.flow.LayerSelector.Rung;

@Tag("flow")
class LayerSelectorTest {
    private static final int ALL = RateMeter.TEMPORAL_LAYERS - 1;

    private final ServerClock clock = new ServerClock(() -> 0, 0);
    private final Layer[] layers = {Ends.layer(clock, 0), Ends.layer(clock, 1), Ends.layer(clock, 2)};
    private final List<Rung> ladder = List.of(
            new Rung(layers[0], 0, 320 * 180, 70_000, 100_000, 150_000),
            new Rung(layers[1], 0, 640 * 360, 250_000, 350_000, 500_000),
            new Rung(layers[2], 0, 1280 * 720, 750_000, 1_000_000, 1_500_000));

    private Choice choose(@Nullable Choice before, long cap, long budget) {
        return LayerSelector.choose(ladder, before, cap, budget, rung -> Headroom.USUAL);
    }

    /** What the stage asks for by the height of a tile. */
    @ParameterizedTest
    @CsvSource({"0, 2", "150000, 0", "600000, 1", "1700000, 2", "3000000, 2"})
    void givesTheLargestPictureThatTheCapDeserves(long cap, int expected) {
        assertThat(choose(null, cap, LayerSelector.UNLIMITED)).isEqualTo(new Choice(layers[expected], 0, ALL));
    }

    /** A quiet picture costs little today, but it would be too large for its tile all the same. */
    @Test
    void sendsNoLargePictureIntoASmallTileThoughItIsCheap() {
        List<Rung> quiet = List.of(
                new Rung(layers[0], 0, 320 * 180, 10_000, 10_000, 10_000),
                new Rung(layers[2], 0, 1280 * 720, 50_000, 50_000, 50_000));

        assertThat(LayerSelector.choose(quiet, null, 600_000, LayerSelector.UNLIMITED, rung -> 1)
                        .layer())
                .isEqualTo(layers[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "5000000, 2, 2",
        "1200000, 2, 1",
        "900000, 1, 2",
        "450000, 1, 1",
        "200000, 0, 2",
        "120000, 0, 1",
        "90000, 0, 0",
        "1, 0, 0"
    })
    void halvesTheFrameRateBeforeItTakesASmallerPicture(long budget, int layer, int temporal) {
        assertThat(choose(null, LayerSelector.UNLIMITED, budget)).isEqualTo(new Choice(layers[layer], 0, temporal));
    }

    @Test
    void doesNotSwing() {
        Choice middle = new Choice(layers[1], 0, ALL);
        assertThat(choose(middle, 0, 510_000)).isEqualTo(middle);
        assertThat(choose(new Choice(layers[1], 0, ALL - 1), 0, 510_000)).isEqualTo(new Choice(layers[1], 0, ALL - 1));
        assertThat(choose(middle, 0, 1_010_000)).isEqualTo(middle);

        assertThat(LayerSelector.choose(ladder, middle, 0, 1_200_000, rung -> 1.5))
                .isEqualTo(middle);
        assertThat(LayerSelector.choose(ladder, middle, 0, 1_600_000, rung -> 1.5)
                        .layer())
                .isEqualTo(layers[2]);

        Choice high = new Choice(layers[2], 0, ALL);
        assertThat(choose(high, 1_400_000, 0)).isEqualTo(high);
        assertThat(choose(middle, 1_400_000, 0)).isEqualTo(middle);
    }
}
