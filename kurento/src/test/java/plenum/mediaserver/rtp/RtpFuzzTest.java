package plenum.mediaserver.rtp;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.fuzz.Fuzzer;

/** What a publisher may send once it is known: packets, extensions, payload descriptors. */
@Tag("rtp")
class RtpFuzzTest {
    private static final HexFormat HEX = HexFormat.of();

    private final RtpPacket packet = new RtpPacket();

    @Test
    void survivesDamagedPackets() {
        List<byte[]> seeds = new ArrayList<>();
        List<byte[]> headers = List.of(
                HEX.parseHex("8060123400001000000004d2"),
                HEX.parseHex("b0e0fffe00001000000004d2bede000251aa5201020322640000"),
                HEX.parseHex("926f000000001000000004d2000000010000000210000001010250ff"));
        List<byte[]> payloads = List.of(
                HEX.parseHex("9080812310f0009d012a80026801"), // VP8, key frame (RFC 7741)
                HEX.parseHex("90e0812305e02f11"), // VP8 with all optional fields
                HEX.parseHex("8b812340180102038003"), // VP9 with a scalability structure (RFC 9628)
                HEX.parseHex("780004674200340004684e3c800001650102"), // H.264, aggregated (RFC 6184)
                HEX.parseHex("7c8567420034"), // H.264, fragment
                HEX.parseHex("180a0b0000002d4cffb300"), // AV1
                HEX.parseHex("fc0102030405"),
                HEX.parseHex("ef0f0003ef0780026f0102030405fc0102")); // audio with two copies (RFC 2198)
        for (byte[] header : headers) {
            for (byte[] payload : payloads) {
                byte[] whole = new byte[header.length + payload.length];
                System.arraycopy(header, 0, whole, 0, header.length);
                System.arraycopy(payload, 0, whole, header.length, payload.length);
                seeds.add(whole);
            }
        }

        new Fuzzer(this::parse, 64 * 1024).run(seeds, 100_000);
    }

    @Test
    void survivesDamagedDependencyDescriptors() {
        List<byte[]> seeds = List.of(
                HEX.parseHex("810001c00514853abfaaa18f04304302a02a006001001b934515e082704608c0c787004321651111543276"
                        + "813f80b3827f81678e"),
                HEX.parseHex("86005e1a80082800"),
                HEX.parseHex("47002a"));
        DependencyDescriptor descriptor = new DependencyDescriptor();
        descriptor.read(seeds.getFirst(), 0, seeds.getFirst().length, null);
        DependencyStructure known = descriptor.attached();

        new Fuzzer(input -> describe(descriptor, input, known), 64 * 1024).run(seeds, 100_000);
    }

    private static void describe(DependencyDescriptor descriptor, byte[] input, DependencyStructure known) {
        descriptor.read(input, 0, input.length, known);
        DependencyStructure structure = descriptor.structure();
        if (structure == null) {
            return;
        }
        for (int layer = 0; layer < 8; layer++) {
            int target = structure.target(layer, layer);
            structure.contains(target, structure.target(0, layer));
            structure.pixels(structure.spatialLayer(target));
            descriptor.indication(target);
        }
        for (int i = 0; i < descriptor.differences(); i++) {
            if (descriptor.difference(i) < 1) {
                throw new IllegalStateException("a frame that depends on itself");
            }
        }
    }

    private void parse(byte[] input) {
        if (!packet.wrap(input, 0, input.length)) {
            return;
        }
        packet.marker();
        packet.ssrc();
        packet.timestamp();
        if (packet.headerLength() + packet.payloadLength() > input.length || packet.payloadLength() < 0) {
            throw new IllegalStateException("a payload beyond the packet");
        }
        for (int id = 0; id < 256; id++) {
            packet.extension16(id);
            int index = packet.findExtension(id);
            if (index >= 0 && packet.extensionOffset(index) + packet.extensionLength(index) > input.length) {
                throw new IllegalStateException("an extension beyond the packet");
            }
        }
        for (KeyFrames codec : KeyFrames.values()) {
            codec.startsIn(packet);
        }
        int newest = RedundantAudio.newestBlock(input, packet.payloadOffset(), packet.payloadLength());
        if (newest >= packet.payloadLength()) {
            throw new IllegalStateException("a block beyond the packet");
        }
        RedundantAudio.rename(input, packet.payloadOffset(), packet.payloadLength(), 111);
    }
}
