package plenum.mediaserver.sdp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The negotiation of one peer (RFC 3264, RFC 8829): one audio and one video section on one bundled, multiplexed transport. */
public final class OfferAnswer {
    private static final String PROTOCOL = "UDP/TLS/RTP/SAVPF";
    private static final Set<String> TYPES = Set.of("audio", "video");
    private static final int MAX_EXTENSION_ID = 255;
    private static final int MAX_ONE_BYTE_ID = 14;

    /** A description of ours and what it means. */
    public record Negotiated(String description, Agreement agreement) {}

    private final LocalParameters local;
    private final CodecReader codecs;

    public OfferAnswer(LocalParameters local) {
        this.local = local;
        this.codecs = new CodecReader(local.codecPreference());
    }

    /** Answers an offer. One without sections is answered by one without, as Kurento does. */
    public Negotiated answer(String offerText) throws SdpException {
        SessionDescription offer = SessionDescription.parse(offerText);
        List<@Nullable AgreedMedia> agreed = agreeOnAll(offer);
        Agreement.Remote remote = remote(offer);
        boolean client = "passive".equals(attribute(offer, "setup"));
        SectionWriter writer = new SectionWriter(local, client ? "active" : "passive");
        List<MediaSection> sections = new ArrayList<>();
        List<AgreedMedia> accepted = new ArrayList<>();
        for (int i = 0; i < agreed.size(); i++) {
            MediaSection offered = offer.media().get(i);
            AgreedMedia media = agreed.get(i);
            if (media == null || remote == null) {
                sections.add(SectionWriter.rejected(offered));
            } else {
                sections.add(writer.write(media, offered.protocol(), accepted.isEmpty()));
                accepted.add(media);
            }
        }
        boolean mixed = offer.attributes().has("extmap-allow-mixed");
        String answer = describe(accepted, sections, bundled(offer), mixed);
        return new Negotiated(answer, new Agreement(accepted, remote, client));
    }

    /** Offers audio and video, both directions. */
    public String offer() {
        return offer(true, true);
    }

    /** Offers audio and video, to be sent, received or both. */
    public String offer(boolean sends, boolean receives) {
        SectionWriter writer = new SectionWriter(local, "actpass");
        List<AgreedMedia> media = OfferedMedia.all(local.codecPreference()).stream()
                .map(section -> section.directed(sends, receives))
                .toList();
        List<MediaSection> sections = new ArrayList<>();
        media.forEach(section -> sections.add(writer.write(section, PROTOCOL, sections.isEmpty())));
        return describe(media, sections, true, true);
    }

    /** Takes the answer to {@link #offer}. */
    public Agreement accept(String answerText) throws SdpException {
        SessionDescription answer = SessionDescription.parse(answerText);
        List<AgreedMedia> offered = OfferedMedia.all(local.codecPreference());
        if (answer.media().size() > offered.size()) {
            throw new SdpException("an answer has as many sections as its offer");
        }
        List<AgreedMedia> accepted = new ArrayList<>();
        for (AgreedMedia media : agreeOnAll(answer)) {
            if (media != null) {
                accepted.add(media);
            }
        }
        return new Agreement(accepted, remote(answer), "passive".equals(attribute(answer, "setup")));
    }

    private String describe(List<AgreedMedia> media, List<MediaSection> sections, boolean bundle, boolean mixed) {
        Attributes.Builder session = new Attributes.Builder();
        if (!media.isEmpty()) {
            session.flag("ice-lite");
            if (bundle) {
                List<String> mids = media.stream().map(AgreedMedia::mid).toList();
                session.add("group", "BUNDLE " + String.join(" ", mids));
            }
            if (mixed) {
                session.flag("extmap-allow-mixed");
            }
            session.add("msid-semantic", "WMS " + local.cname());
        }
        String origin = "- " + local.sessionId() + " " + local.sessionVersion() + " IN IP4 0.0.0.0";
        return new SessionDescription(origin, session.build(), sections).write();
    }

    /** For each section what we agree to, or null for one to reject: foreign, a second one of its type, or without a codec of ours. */
    private List<@Nullable AgreedMedia> agreeOnAll(SessionDescription remote) {
        List<@Nullable AgreedMedia> result = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (MediaSection section : remote.media()) {
            List<Codec> common = section.isSecureRtp() && TYPES.contains(section.type()) && !section.isRejected()
                    ? codecs.read(section)
                    : List.of();
            if (common.isEmpty() || !taken.add(section.type())) {
                result.add(null);
            } else {
                result.add(agree(remote, section, result.size(), common));
            }
        }
        return result;
    }

    private AgreedMedia agree(SessionDescription remote, MediaSection section, int index, List<Codec> common) {
        Direction ours = section.direction().mirrored();
        String mid = section.mid();
        Map<HeaderExtension, Integer> extensions = extensions(remote, section);
        if (ours.receives && common.getFirst().name().equalsIgnoreCase("VP8")) {
            // with it, browsers leave temporal layers and picture numbers out of VP8's own descriptor
            extensions.remove(HeaderExtension.DEPENDENCY_DESCRIPTOR);
        }
        return new AgreedMedia(
                index,
                mid == null ? "" : mid,
                section.type(),
                ours.sends,
                ours.receives,
                common,
                section.type().equals("audio") ? codecs.redundancy(section, common) : null,
                extensions,
                section.attributes().has("rtcp-rsize"),
                ours.receives ? Simulcast.offered(section, extensions) : List.of());
    }

    /** Ids above 14 need the two-byte form, which the other side may not take mixed with the other (RFC 8285 section 6). */
    private static Map<HeaderExtension, Integer> extensions(SessionDescription remote, MediaSection section) {
        boolean mixed = remote.attributes().has("extmap-allow-mixed")
                || section.attributes().has("extmap-allow-mixed");
        Map<HeaderExtension, Integer> ids = new EnumMap<>(HeaderExtension.class);
        section.attributes().values("extmap").forEach(value -> {
            String[] parts = value.split("\\s+");
            int id = id(parts[0].split("/", 2)[0]);
            if (parts.length >= 2 && id >= 1 && id <= (mixed ? MAX_EXTENSION_ID : MAX_ONE_BYTE_ID)) {
                for (HeaderExtension extension : HeaderExtension.values()) {
                    boolean fits = mixed || extension != HeaderExtension.DEPENDENCY_DESCRIPTOR;
                    if (fits && extension.uri().equals(parts[1])) {
                        ids.putIfAbsent(extension, id);
                    }
                }
            }
        });
        return ids;
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean bundled(SessionDescription offer) {
        return offer.attributes().values("group").anyMatch(group -> group.startsWith("BUNDLE"));
    }

    /** An attribute of the first section that has it, or else of the session. */
    private static @Nullable String attribute(SessionDescription description, String name) {
        for (MediaSection section : description.media()) {
            String value = section.isRejected() ? null : section.attributes().first(name);
            if (value != null) {
                return value;
            }
        }
        return description.attributes().first(name);
    }

    private static Agreement.@Nullable Remote remote(SessionDescription description) {
        String ufrag = attribute(description, "ice-ufrag");
        String password = attribute(description, "ice-pwd");
        String fingerprint = attribute(description, "fingerprint");
        if (ufrag == null || password == null || fingerprint == null) {
            return null;
        }
        String[] parts = fingerprint.split("\\s+", 2);
        List<String> candidates = description.media().stream()
                .flatMap(section -> section.attributes().values("candidate"))
                .toList();
        return new Agreement.Remote(
                ufrag,
                password,
                parts[0],
                parts.length < 2 ? "" : parts[1],
                description.attributes().has("ice-lite"),
                candidates);
    }
}
