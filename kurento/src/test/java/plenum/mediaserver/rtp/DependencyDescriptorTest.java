package plenum.mediaserver.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples are of Chromium: VP9 in three sizes that meet in key frames only, AV1 in two that always do. */
@Tag("rtp")
class DependencyDescriptorTest {
    private static final String THREE_SIZES = "800001c0081485214eaaaaa8000600004000100002aa80a80006000040001000"
            + "02a000a800060000400016d549241b5524906d54923157e001974ca864330e22"
            + "2396eca8655304224390eca87753013f00b3027f016704ff02cf0380";
    private static final String TWO_SIZES = "810001c00514853abfaaa18f04304302a02a006001001b934515e082704608c0"
            + "c787004321651111543276813f80b3827f81678e";

    private final DependencyDescriptor descriptor = new DependencyDescriptor();

    private void read(String hex, DependencyStructure known) {
        byte[] data = HexFormat.of().parseHex(hex);
        descriptor.read(data, 0, data.length, known);
    }

    private DependencyStructure structureOf(String keyFrame) {
        read(keyFrame, null);
        return descriptor.attached();
    }

    /** What the frame is for each decode target, as the specification writes it. */
    private String indications() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, descriptor.structure().targets())
                .forEach(target -> text.append("-DSR".charAt(descriptor.indication(target))));
        return text.toString();
    }

    @Test
    void readsTheStructureOfAKeyFrame() {
        DependencyStructure structure = structureOf(THREE_SIZES);

        assertThat(descriptor.structure()).isSameAs(structure);
        assertThat(descriptor.frameNumber()).isOne();
        assertThat(descriptor.endsFrame()).isFalse();
        assertThat(descriptor.spatialLayer()).isZero();
        assertThat(descriptor.differences()).isZero();
        assertThat(indications()).isEqualTo("SSSSSSSSS");
        assertThat(descriptor.activeTargets()).isEqualTo(0b111);
        assertThat(structure.targets()).isEqualTo(9);
        assertThat(structure.spatialLayers()).isEqualTo(3);
        assertThat(structure.pixels(0)).isEqualTo(320 * 180);
        assertThat(structure.pixels(1)).isEqualTo(640 * 360);
        assertThat(structure.pixels(2)).isEqualTo(1280 * 720);
        assertThat(structure.pixels(3)).isZero();
    }

    @Test
    void laterFramesNameATemplate() {
        DependencyStructure structure = structureOf(THREE_SIZES);

        read("4d1234", structure);
        assertThat(descriptor.attached()).isNull();
        assertThat(descriptor.frameNumber()).isEqualTo(0x1234);
        assertThat(descriptor.endsFrame()).isTrue();
        assertThat(descriptor.spatialLayer()).isEqualTo(2);
        assertThat(indications()).isEqualTo("--------D");
        assertThat(descriptor.differences()).isOne();
        assertThat(descriptor.difference(0)).isEqualTo(3);
        assertThat(descriptor.activeTargets()).isEqualTo(DependencyDescriptor.UNCHANGED);

        read("47002a", structureOf(TWO_SIZES));
        assertThat(indications()).isEqualTo("----DS");
        assertThat(descriptor.differences()).isEqualTo(2);
        assertThat(descriptor.difference(0)).isEqualTo(4);
        assertThat(descriptor.difference(1)).isOne();
    }

    @Test
    void aFrameMayDependOnOthersThanItsTemplate() {
        read("c2005f1a40181000", structureOf(THREE_SIZES));

        assertThat(descriptor.spatialLayer()).isZero();
        assertThat(indications()).isEqualTo("-DS------");
        assertThat(descriptor.differences()).isOne();
        assertThat(descriptor.difference(0)).isEqualTo(3);
    }

    @Test
    void findsTheDecodeTargetOfLayers() {
        DependencyStructure structure = structureOf(THREE_SIZES);

        assertThat(structure.target(0, 0)).isZero();
        assertThat(structure.target(1, 2)).isEqualTo(5);
        assertThat(structure.target(2, 1)).isEqualTo(7);
        assertThat(structure.target(3, 7)).isEqualTo(8);
        assertThat(structure.spatialLayer(7)).isEqualTo(2);
    }

    @Test
    void knowsWhatIsPartOfWhat() {
        DependencyStructure apart = structureOf(THREE_SIZES);
        assertThat(apart.contains(8, 6)).isTrue();
        assertThat(apart.contains(6, 8)).isFalse();
        assertThat(apart.contains(8, 5)).as("the sizes meet in key frames only").isFalse();

        DependencyStructure built = structureOf(TWO_SIZES);
        assertThat(built.contains(5, 2)).isTrue();
        assertThat(built.contains(3, 1)).isFalse();
    }

    @Test
    void whatNamesAnotherStructureIsNotUnderstood() {
        DependencyStructure structure = structureOf(TWO_SIZES);

        read("7f0007", structure);
        assertThat(descriptor.isPresent()).isTrue();
        assertThat(descriptor.frameNumber()).isEqualTo(7);
        assertThat(descriptor.structure()).isNull();

        read("410007", null);
        assertThat(descriptor.structure()).isNull();

        read("4100", structure);
        assertThat(descriptor.isPresent()).isFalse();
    }

    @Test
    void oneThatIsSentOnceMoreStaysTheSame() {
        DependencyStructure structure = structureOf(TWO_SIZES);

        read(TWO_SIZES, structure);
        assertThat(descriptor.structure()).isSameAs(structure);

        read(THREE_SIZES, structure);
        assertThat(descriptor.structure()).isNotSameAs(structure).isNotNull();
    }

    @Test
    void oneThatIsCutOffIsNotUnderstood() {
        for (int length = 4; length < TWO_SIZES.length() / 2; length++) {
            read(TWO_SIZES.substring(0, 2 * length), null);
            assertThat(descriptor.structure()).as("%d bytes", length).isNull();
        }
    }

    @Test
    void writesAnotherFrameNumber() {
        byte[] data = HexFormat.of().parseHex("ff4d1234");

        DependencyDescriptor.renumber(data, 1, 0xFFFE);

        assertThat(HexFormat.of().formatHex(data)).isEqualTo("ff4dfffe");
    }
}
