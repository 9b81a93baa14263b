package plenum.mediaserver.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes our media sections from what is agreed or offered. Nothing in them is a copy of the other side's but mids, ids and fmtp. */
final class SectionWriter {
    private static final int DISCARD_PORT = 9; // the real one comes with the candidates (RFC 8840 section 4.1.1)

    private final LocalParameters local;
    private final String setup;

    SectionWriter(LocalParameters local, String setup) {
        this.local = local;
        this.setup = setup;
    }

    MediaSection write(AgreedMedia media, String protocol, boolean withCandidates) {
        Attributes.Builder lines = new Attributes.Builder();
        List<String> formats = new ArrayList<>();
        if (!media.mid().isEmpty()) {
            lines.add("mid", media.mid());
        }
        lines.add("ice-ufrag", local.ufrag()).add("ice-pwd", local.password()).add("ice-options", "trickle");
        lines.add("fingerprint", local.fingerprintAlgorithm() + " " + local.fingerprint());
        lines.add("setup", setup);
        lines.flag(direction(media).toString()).flag("rtcp-mux");
        if (media.reducedSize()) {
            lines.flag("rtcp-rsize");
        }
        media.extensions().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(extension -> lines.add(
                        "extmap",
                        extension.getValue() + " " + extension.getKey().uri()));
        RedundantCodec redundant = media.redundant();
        if (redundant != null) { // the first is what the other side sends
            formats.add(Integer.toString(redundant.payloadType()));
            lines.add("rtpmap", redundant.rtpmap()).add("fmtp", redundant.payloadType() + " " + redundant.parameters());
        }
        for (Codec codec : media.codecs()) {
            codec(lines, formats, codec);
        }
        if (media.sends()) {
            sources(lines, media);
        }
        if (!media.simulcast().isEmpty()) {
            media.simulcast().forEach(id -> lines.add("rid", id + " recv"));
            lines.add("simulcast", "recv " + String.join(";", media.simulcast()));
        }
        if (withCandidates) {
            local.candidates().forEach(candidate -> lines.add("candidate", candidate));
        }
        return new MediaSection(media.type(), DISCARD_PORT, protocol, formats, lines.build());
    }

    /** RFC 3264 section 6: port 0, and the formats repeated because the grammar wants some. */
    static MediaSection rejected(MediaSection offered) {
        Attributes.Builder lines = new Attributes.Builder();
        String mid = offered.mid();
        if (mid != null) {
            lines.add("mid", mid);
        }
        lines.flag("inactive");
        return new MediaSection(offered.type(), 0, offered.protocol(), offered.formats(), lines.build());
    }

    private static Direction direction(AgreedMedia media) {
        if (media.sends()) {
            return media.receives() ? Direction.SENDRECV : Direction.SENDONLY;
        }
        return media.receives() ? Direction.RECVONLY : Direction.INACTIVE;
    }

    private static void codec(Attributes.Builder lines, List<String> formats, Codec codec) {
        formats.add(Integer.toString(codec.payloadType()));
        lines.add("rtpmap", codec.rtpmap());
        if (!codec.parameters().isEmpty()) {
            lines.add("fmtp", codec.payloadType() + " " + codec.parameters());
        }
        codec.feedback().forEach(feedback -> lines.add("rtcp-fb", codec.payloadType() + " " + feedback));
        if (codec.retransmissionType() != Codec.NONE) {
            formats.add(Integer.toString(codec.retransmissionType()));
            lines.add("rtpmap", codec.retransmissionType() + " rtx/" + codec.clockRate());
            lines.add("fmtp", codec.retransmissionType() + " apt=" + codec.payloadType());
        }
    }

    private void sources(Attributes.Builder lines, AgreedMedia media) {
        LocalParameters.LocalStream stream = local.streams().get(media.type());
        if (stream == null) {
            return;
        }
        String ssrc = Integer.toUnsignedString(stream.ssrc());
        String msid = local.cname() + " " + local.cname() + "-" + media.type();
        lines.add("msid", msid);
        boolean repairs = media.codecs().stream().anyMatch(codec -> codec.retransmissionType() != Codec.NONE);
        if (repairs) {
            String repair = Integer.toUnsignedString(stream.retransmissionSsrc());
            lines.add("ssrc-group", "FID " + ssrc + " " + repair);
            lines.add("ssrc", ssrc + " cname:" + local.cname()).add("ssrc", ssrc + " msid:" + msid);
            lines.add("ssrc", repair + " cname:" + local.cname()).add("ssrc", repair + " msid:" + msid);
        } else {
            lines.add("ssrc", ssrc + " cname:" + local.cname()).add("ssrc", ssrc + " msid:" + msid);
        }
    }
}
