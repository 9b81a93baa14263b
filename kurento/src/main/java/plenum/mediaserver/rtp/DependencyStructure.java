package plenum.mediaserver.rtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the frames of a scalable stream depend on each other, as its key frames say: the template dependency structure of the AV1 RTP payload
 * format 1.0, appendix A.8.2. Later frames name one of its templates. A decode target is what a viewer can be sent: a spatial layer with the
 * temporal layers up to one.
 */
public final class DependencyStructure {
    /** A frame is not of a decode target. */
    public static final int NOT_PRESENT = 0;

    /** A frame that can be decoded makes all that follow of a decode target decodable. */
    public static final int SWITCH = 2;

    /** Spatial layers that are told apart. */
    public static final int MOST_SPATIAL_LAYERS = 4;

    private static final int TEMPLATE_IDS = 64;
    private static final int MOST_DIFFERENCES = 8;
    private static final int TEMPORAL_LAYERS = 8;
    private static final int SAME_LAYER = 0;
    private static final int NEXT_TEMPORAL_LAYER = 1;
    private static final int NO_MORE = 3;

    /** Also of a decode target: its highest. */
    private record Template(int spatialLayer, int temporalLayer) {}

    private final int firstId;
    private final int targets;
    private final List<Template> templates;
    private final long[] indications;
    private final int[][] differences;
    private final int[][] targetOf;
    private final long[] templatesIn;
    private final Template[] highest;
    private int[] pixels = {};

    private DependencyStructure(int firstId, int targets, List<Template> templates, BitReader reader) {
        this.firstId = firstId;
        this.targets = targets;
        this.templates = templates;
        this.indications = new long[templates.size()];
        this.differences = new int[templates.size()][];
        this.templatesIn = new long[targets];
        readIndications(reader);
        this.highest = new Template[targets];
        Arrays.setAll(highest, this::highestIn);
        readDifferences(reader);
        skipChains(reader);
        this.targetOf = new int[spatialLayers()][TEMPORAL_LAYERS];
        findTargets();
        if (reader.flag()) {
            readSizes(reader);
        }
    }

    /** Reads what follows the flag that it is there; null when it makes no sense or tells more layers apart than we do. */
    static @Nullable DependencyStructure read(BitReader reader) {
        int firstId = reader.bits(6);
        int targets = reader.bits(5) + 1;
        List<Template> templates = new ArrayList<>();
        int spatial = 0;
        int temporal = 0;
        int next = SAME_LAYER;
        while (next != NO_MORE) {
            if (templates.size() == TEMPLATE_IDS
                    || spatial == MOST_SPATIAL_LAYERS
                    || temporal == TEMPORAL_LAYERS
                    || reader.isBeyondEnd()) {
                return null;
            }
            templates.add(new Template(spatial, temporal));
            next = reader.bits(2);
            spatial += next == 2 ? 1 : 0;
            temporal = switch (next) {
                case NEXT_TEMPORAL_LAYER -> temporal + 1;
                case SAME_LAYER -> temporal;
                default -> 0;
            };
        }
        DependencyStructure structure = new DependencyStructure(firstId, targets, List.copyOf(templates), reader);
        return reader.isBeyondEnd() ? null : structure;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DependencyStructure that
                && firstId == that.firstId
                && targets == that.targets
                && templates.equals(that.templates)
                && Arrays.equals(indications, that.indications)
                && Arrays.deepEquals(differences, that.differences)
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(firstId, targets, templates);
    }

    private void readIndications(BitReader reader) {
        for (int template = 0; template < templates.size(); template++) {
            for (int target = 0; target < targets; target++) {
                long indication = reader.bits(2);
                indications[template] |= indication << 2 * target;
                if (indication != NOT_PRESENT) {
                    templatesIn[target] |= 1L << template;
                }
            }
        }
    }

    private void readDifferences(BitReader reader) {
        int[] read = new int[MOST_DIFFERENCES];
        for (int template = 0; template < templates.size(); template++) {
            int count = 0;
            while (reader.flag() && count < MOST_DIFFERENCES) {
                read[count++] = reader.bits(4) + 1;
            }
            differences[template] = Arrays.copyOf(read, count);
        }
    }

    /** They tell whether something is missing; our viewers ask for what is. */
    private void skipChains(BitReader reader) {
        int chains = reader.below(targets + 1);
        for (int target = 0; chains > 0 && target < targets; target++) {
            reader.below(chains);
        }
        for (int i = 0; i < chains * templates.size(); i++) {
            reader.bits(4);
        }
    }

    private Template highestIn(int target) {
        int spatial = 0;
        int temporal = 0;
        for (int i = 0; i < templates.size(); i++) {
            if ((templatesIn[target] >>> i & 1) != 0) {
                spatial = Math.max(spatial, templates.get(i).spatialLayer);
                temporal = Math.max(temporal, templates.get(i).temporalLayer);
            }
        }
        return new Template(spatial, temporal);
    }

    private void findTargets() {
        for (int spatial = 0; spatial < targetOf.length; spatial++) {
            for (int temporal = 0; temporal < TEMPORAL_LAYERS; temporal++) {
                targetOf[spatial][temporal] = best(spatial, temporal);
            }
        }
    }

    /** The decode target with the most layers of those that have no higher ones. */
    private int best(int spatial, int temporal) {
        int found = 0;
        int most = -1;
        for (int target = 0; target < targets; target++) {
            Template its = highest[target];
            int layers = its.spatialLayer * TEMPORAL_LAYERS + its.temporalLayer;
            if (its.spatialLayer <= spatial && its.temporalLayer <= temporal && layers > most) {
                found = target;
                most = layers;
            }
        }
        return found;
    }

    private void readSizes(BitReader reader) {
        pixels = new int[spatialLayers()];
        for (int spatial = 0; spatial < pixels.length; spatial++) {
            pixels[spatial] = (reader.bits(16) + 1) * (reader.bits(16) + 1);
        }
    }

    /** The place of a template, or -1 when it is of another structure. */
    int template(int id) {
        int place = id + TEMPLATE_IDS - firstId & TEMPLATE_IDS - 1;
        return place < templates.size() ? place : -1;
    }

    int spatialLayerOf(int template) {
        return templates.get(template).spatialLayer;
    }

    /** Two bits for each decode target, the first in the lowest. */
    long indicationsOf(int template) {
        return indications[template];
    }

    /** How many frames before it those are that a frame depends on. */
    int[] differencesOf(int template) {
        return differences[template];
    }

    /** How many decode targets there are, 1 to 32. */
    public int targets() {
        return targets;
    }

    public int spatialLayers() {
        return templates.getLast().spatialLayer + 1;
    }

    /** The decode target of a spatial layer, or of a lower one, with the temporal layers up to this one. */
    public int target(int spatialLayer, int temporalLayer) {
        return targetOf[Math.min(spatialLayer, targetOf.length - 1)][Math.min(temporalLayer, TEMPORAL_LAYERS - 1)];
    }

    /** The highest spatial layer in a decode target. */
    public int spatialLayer(int target) {
        return highest[target].spatialLayer;
    }

    /** Whether all frames of a decode target are of the other as well, so that whoever has had the larger can go on with the smaller. */
    public boolean contains(int larger, int smaller) {
        return (templatesIn[smaller] & ~templatesIn[larger]) == 0;
    }

    /** Of a picture of this spatial layer; 0 when that is not told. */
    public int pixels(int spatialLayer) {
        return spatialLayer < pixels.length ? pixels[spatialLayer] : 0;
    }
}
