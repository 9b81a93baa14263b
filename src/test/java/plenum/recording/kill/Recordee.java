package plenum.recording.kill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.attack.MediaReceiver;
import plenum.attack.Pulse;
import plenum.it.Tab;
import plenum.mediaserver.client.ClientSide;

/** Somebody in a meeting who sends a colour and a tone, watches somebody else, and comes back by themselves after whatever happens, as a tab does. */
final class Recordee implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Recordee.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration REST = Duration.ofMillis(300);
    private static final int TILE_HEIGHT = 180;

    private final ClientSide side;
    private final Pulse pulse;
    private final Supplier<Tab> door;
    private final String name;
    private final Frames frames;
    private final Thread living;
    private volatile Recordee watched = this;
    private volatile boolean consents;
    private volatile boolean answers = true;
    private volatile boolean leaving;
    private volatile boolean gone;
    private volatile Tab tab;
    private volatile String id = "";
    private volatile JsonNode state = JSON.createObjectNode();
    private volatile JsonNode health = JSON.createObjectNode();
    private volatile MediaReceiver receiver;
    private volatile boolean disturbed;
    private String resume;
    private FrameSender sender;

    /**
     * @param door opens a socket to the meeting, or fails
     * @param consents what is said when a recording begins
     */
    Recordee(ClientSide side, Pulse pulse, Supplier<Tab> door, String name, Frames frames, boolean consents) {
        this.side = side;
        this.pulse = pulse;
        this.door = door;
        this.name = name;
        this.frames = frames;
        this.consents = consents;
        this.living = Thread.ofPlatform().daemon().name(name).start(this::live);
    }

    String name() {
        return name;
    }

    Frames frames() {
        return frames;
    }

    String id() {
        return id;
    }

    boolean isIn() {
        return !id.isEmpty();
    }

    void watch(Recordee other) {
        watched = other;
        wish();
    }

    /** Says nothing when a recording begins, until {@link #answer}. */
    void waitWithAnswer() {
        answers = false;
    }

    void answer() {
        answers = true;
        answerIfAsked();
    }

    /** As it was told last. */
    JsonNode recording() {
        return state;
    }

    /** Whether it was told that all is well with the recording. */
    boolean isReassured() {
        return health.has("trouble") && !isWarned();
    }

    private boolean isWarned() {
        return health.path("trouble").asBoolean();
    }

    /** Forgets what happened so far. */
    void settle() {
        disturbed = false;
    }

    /** Whether it was told that something is wrong: with the recording, with the media, or by a socket that is closed. */
    boolean isTold() {
        return disturbed || isWarned();
    }

    void startRecording(String ticket) {
        say("start-recording", Map.of("ticket", ticket, "layout", "grid"));
    }

    void stopRecording() {
        say("stop-recording", Map.of());
    }

    /** Sees and hears only what comes from now on. */
    void lookAnew() {
        MediaReceiver current = receiver;
        if (current != null) {
            current.restart();
        }
    }

    /** Whether sound and pictures have come since. */
    boolean sees() {
        MediaReceiver current = receiver;
        if (current == null) {
            return false;
        }
        MediaReceiver.Arrivals arrivals = current.arrivals();
        return arrivals.audioPackets() > 10 && arrivals.videoPackets() > 3;
    }

    void leave() {
        leaving = true;
        say("leave", Map.of());
    }

    private void live() {
        while (!gone) {
            try {
                Tab opened = door.get();
                tab = opened;
                join();
                listen(opened);
            } catch (CompletionException | IllegalStateException | UncheckedIOException e) {
                log.debug("{} is not in", name, e);
            }
            LockSupport.parkNanos(REST.toNanos());
        }
    }

    private void join() {
        Map<String, Object> join = new LinkedHashMap<>();
        join.put("name", name);
        join.put("microphone", true);
        join.put("camera", true);
        if (resume != null) {
            join.put("resume", resume);
        }
        say("join", join);
    }

    private void listen(Tab opened) {
        while (!gone && !opened.isClosed()) {
            Optional<JsonNode> message = opened.hearWithin(LOOK);
            message.ifPresent(this::hear);
        }
        gone |= leaving;
        disturbed = true;
    }

    private void hear(JsonNode message) {
        try {
            switch (message.path("type").asText()) {
                case "welcome" -> {
                    id = message.path("self").asText();
                    health = JSON.createObjectNode();
                    resume = message.path("resume").asText();
                    media(
                            message.path("mediaAvailable").asBoolean(),
                            message.path("epoch").asInt());
                }
                case "media-reset" -> {
                    disturbed = true;
                    media(
                            message.path("available").asBoolean(),
                            message.path("epoch").asInt());
                }
                case "published" -> sender.answer(message.path("answer").asText());
                case "receiving" -> receiver.answer(message.path("answer").asText());
                case "recording-state" -> {
                    state = message;
                    answerIfAsked();
                }
                case "recording-health" -> health = message;
                default -> {
                    // of no interest here
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answerIfAsked() {
        if (answers
                && state.path("on").asBoolean()
                && state.path("choice").asText().equals("asked")) {
            say("consent-to-recording", Map.of("given", consents));
        }
    }

    private void media(boolean available, int epoch) throws IOException {
        closePeers();
        if (!available) {
            return;
        }
        sender = new FrameSender(side, pulse, frames);
        say("publish", Map.of("source", "camera", "epoch", epoch, "offer", sender.offer()));
        MediaReceiver opened = new MediaReceiver(side, pulse);
        receiver = opened;
        say("receive", Map.of("slot", 0, "epoch", epoch, "offer", opened.offer()));
        wish();
    }

    private void wish() {
        if (watched.isIn() && isIn()) {
            Map<String, Object> wish =
                    Map.of("slot", 0, "participant", watched.id(), "source", "camera", "height", TILE_HEIGHT);
            say("view", Map.of("wishes", new Object[] {wish}));
        }
    }

    private void say(String type, Map<String, ?> components) {
        try {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("type", type);
            message.putAll(components);
            tab.say(JSON.writeValueAsString(message));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (CompletionException e) {
            log.debug("{} cannot say {}", name, type, e);
        }
    }

    private void closePeers() {
        if (sender != null) {
            sender.close();
            sender = null;
        }
        MediaReceiver old = receiver;
        receiver = null;
        if (old != null) {
            old.close();
        }
    }

    @Override
    public void close() {
        gone = true;
        try {
            living.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (tab != null) {
            tab.vanish();
        }
        closePeers();
    }
}
