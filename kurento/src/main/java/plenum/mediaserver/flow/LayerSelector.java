package plenum.mediaserver.flow;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects the layer of a publication for one viewer. The cap is the largest picture worth sending at its full frame rate; the budget is the
 * available bandwidth. A tight budget first halves the frame rate, then takes a smaller picture, and at the smallest picture halves the
 * frame rate twice.
 *
 * <p>Going up needs a margin, so that the choice does not oscillate.
 */
final class LayerSelector {
    /** Means that there is no limit. */
    static final long UNLIMITED = 0;

    private static final int ALL = RateMeter.TEMPORAL_LAYERS - 1;
    private static final double PATIENCE = 1.25;

    /** Pictures of this size deserve this much, in bit/s for each pixel: a still one costs less today, but moves tomorrow. */
    private static final double WORTH = 1.4;

    /** One rung of the ladder, with its rates by temporal layer in bit/s. */
    record Rung(Layer layer, int spatialLayer, int pixels, long atBase, long atMiddle, long atFull) {
        long rate(int temporalLayer) {
            return switch (temporalLayer) {
                case 0 -> atBase;
                case 1 -> atMiddle;
                default -> atFull;
            };
        }

        /** One for each of the spatial layers that the publisher goes on with. */
        static Stream<Rung> of(Layer layer) {
            SpatialLayers spatial = layer.spatialLayers();
            return IntStream.range(0, spatial.count())
                    .filter(spatial::isActive)
                    .mapToObj(index -> new Rung(
                            layer,
                            index,
                            spatial.pixels(index),
                            layer.bitsPerSecond(index, 0),
                            layer.bitsPerSecond(index, 1),
                            layer.bitsPerSecond(index, ALL)));
        }

        private boolean isOf(Choice choice) {
            return layer == choice.layer && spatialLayer == choice.spatialLayer;
        }

        private Choice at(int temporalLayer) {
            return new Choice(layer, spatialLayer, temporalLayer);
        }
    }

    /** A layer, and the highest spatial and temporal layer of it. */
    record Choice(Layer layer, int spatialLayer, int temporalLayer) {}

    private LayerSelector() {}

    /**
     * @param ladder what is being sent, the smallest first; not empty
     * @param before the layer that is being sent to the viewer now, or another when there is none
     * @param cap in bit/s, or {@link #UNLIMITED}
     * @param budget in bit/s, or {@link #UNLIMITED}
     * @param headroom how many times the need of each larger picture the budget must have; for more frames of the same, the usual will do
     */
    static Choice choose(
            List<Rung> ladder, @Nullable Choice before, long cap, long budget, ToDoubleFunction<Rung> headroom) {
        int top = highestWithin(ladder, before, cap);
        if (budget == UNLIMITED) {
            return ladder.get(top).at(ALL);
        }
        int current = placeOf(ladder, before);
        for (int i = top; i >= 0; i--) {
            Rung rung = ladder.get(i);
            int lowest = i == 0 ? 0 : ALL - 1;
            for (int temporal = ALL; temporal >= lowest; temporal--) {
                double room = before == null || i > current
                        ? headroom.applyAsDouble(rung)
                        : room(i == current && temporal > before.temporalLayer);
                if (rung.rate(temporal) * room <= budget) {
                    return rung.at(temporal);
                }
            }
        }
        return ladder.getFirst().at(0);
    }

    private static double room(boolean moreFrames) {
        return moreFrames ? Headroom.USUAL : 1;
    }

    /** The bit rate in bit/s of the largest picture within the cap, with the margin for going up. */
    static long wanted(List<Rung> ladder, @Nullable Choice before, long cap, ToDoubleFunction<Rung> headroom) {
        Rung largest = ladder.get(highestWithin(ladder, before, cap));
        return (long) (largest.atFull * headroom.applyAsDouble(largest));
    }

    /** The place of the largest picture that is not too large for its purpose. */
    static int highestWithin(List<Rung> ladder, @Nullable Choice before, long cap) {
        int top = ladder.size() - 1;
        int current = placeOf(ladder, before);
        while (top > 0 && cap != UNLIMITED) {
            Rung rung = ladder.get(top);
            double worth = rung.pixels * WORTH;
            double rate = rung.atFull / (top == current ? PATIENCE : 1);
            if (Math.max(worth, rate) <= cap) {
                break;
            }
            top--;
        }
        return top;
    }

    /** Its place on the ladder; -1 when it is not there. */
    static int placeOf(List<Rung> ladder, @Nullable Choice before) {
        for (int i = 0; before != null && i < ladder.size(); i++) {
            if (ladder.get(i).isOf(before)) {
                return i;
            }
        }
        return -1;
    }
}
