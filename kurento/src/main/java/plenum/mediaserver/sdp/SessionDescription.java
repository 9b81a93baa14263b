package plenum.mediaserver.sdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A session description as far as WebRTC needs it: attributes and media sections. */
record SessionDescription(String origin, Attributes attributes, List<MediaSection> media) {
    private static final int MAX_LINES = 5_000;
    private static final int MAX_LINE = 4_096;
    private static final int MAX_PORT = 65_535;
    private static final String END = "\r\n";

    SessionDescription {
        media = List.copyOf(media);
    }

    /** Reads a description; lenient about line ends and unknown lines, strict about what it uses. */
    static SessionDescription parse(String text) throws SdpException {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || !lines.getFirst().equals("v=0") || lines.size() > MAX_LINES) {
            throw new SdpException("a description begins with v=0");
        }
        String origin = "-";
        List<MediaSection> media = new ArrayList<>();
        Attributes session = new Attributes(List.of());
        String mediaLine = "";
        List<Attributes.Attribute> attributes = new ArrayList<>();
        for (String line : lines) {
            if (line.length() < 2 || line.charAt(1) != '=' || line.length() > MAX_LINE) {
                throw new SdpException("not a line of a description");
            }
            String value = line.substring(2);
            switch (line.charAt(0)) {
                case 'a' -> attributes.add(Attributes.Attribute.parse(value));
                case 'o' -> origin = value;
                case 'm' -> {
                    if (mediaLine.isEmpty()) {
                        session = new Attributes(attributes);
                    } else {
                        media.add(section(mediaLine, attributes));
                    }
                    mediaLine = value;
                    attributes.clear();
                }
                default -> {
                    // version, name, times, bandwidths and connections say nothing that ICE does not say better
                }
            }
        }
        if (mediaLine.isEmpty()) {
            session = new Attributes(attributes);
        } else {
            media.add(section(mediaLine, attributes));
        }
        return new SessionDescription(origin, session, media);
    }

    private static MediaSection section(String line, List<Attributes.Attribute> attributes) throws SdpException {
        String[] parts = line.strip().split("\\s+");
        if (parts.length < 4) {
            throw new SdpException("m= needs type, port, protocol and formats");
        }
        try {
            int port = Integer.parseInt(parts[1].split("/", 2)[0]);
            if (port < 0 || port > MAX_PORT) {
                throw new SdpException("m= has no such port");
            }
            List<String> formats = Arrays.asList(parts).subList(3, parts.length);
            return new MediaSection(parts[0], port, parts[2], formats, new Attributes(attributes));
        } catch (NumberFormatException e) {
            throw new SdpException("m= has no such port");
        }
    }

    /** The description as text. */
    String write() {
        StringBuilder text = new StringBuilder(2048);
        text.append("v=0").append(END).append("o=").append(origin).append(END);
        text.append("s=-").append(END).append("t=0 0").append(END);
        attributes
                .all()
                .forEach(attribute -> text.append("a=").append(attribute).append(END));
        for (MediaSection section : media) {
            text.append("m=")
                    .append(section.type())
                    .append(' ')
                    .append(section.port())
                    .append(' ');
            text.append(section.protocol())
                    .append(' ')
                    .append(String.join(" ", section.formats()))
                    .append(END);
            text.append("c=IN IP4 0.0.0.0").append(END);
            section.attributes()
                    .all()
                    .forEach(attribute -> text.append("a=").append(attribute).append(END));
        }
        return text.toString();
    }
}
