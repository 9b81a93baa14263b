package plenum.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import plenum.it.Tab;
import plenum.mediaserver.client.ClientSide;

/** Somebody in a meeting with microphone and camera: the protocol of a tab, and real media. */
final class Bystander implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECT_SECONDS = 30;
    private static final int TILE_HEIGHT = 360;

    private final ClientSide side;
    private final Pulse pulse;
    private final Tab tab;
    private final String id;
    private final int epoch;
    private final List<MediaSender> senders = new ArrayList<>();
    private final List<MediaReceiver> receivers = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    private Bystander(ClientSide side, Pulse pulse, Tab tab, String id, int epoch) {
        this.side = side;
        this.pulse = pulse;
        this.tab = tab;
        this.id = id;
        this.epoch = epoch;
    }

    /** Joins by a socket that was just opened, and waits until media can be had. */
    static Bystander join(ClientSide side, Pulse pulse, Tab tab, String name) {
        tab.say(json("join", Map.of("name", name, "microphone", true, "camera", true)));
        JsonNode welcome = tab.hear("welcome");
        boolean available = welcome.path("mediaAvailable").asBoolean();
        JsonNode media = available
                ? welcome
                : tab.hear("media-reset", reset -> reset.path("available").asBoolean());
        return new Bystander(
                side,
                pulse,
                tab,
                welcome.path("self").asText(),
                media.path("epoch").asInt());
    }

    String id() {
        return id;
    }

    Tab tab() {
        return tab;
    }

    void say(String type, Map<String, ?> components) {
        tab.say(json(type, components));
    }

    /** Publishes, and sends from now on. */
    void publish(String source) throws IOException {
        MediaSender sender = new MediaSender(side, pulse);
        senders.add(sender);
        say("publish", Map.of("source", source, "epoch", epoch, "offer", sender.offer()));
        sender.answer(tab.hear("published").path("answer").asText());
        secured(sender.whenSecured());
    }

    /** Says the last offer of {@link #publish} once more, whatever became of it. */
    void offerAgain(String source) {
        say(
                "publish",
                Map.of(
                        "source",
                        source,
                        "epoch",
                        epoch,
                        "offer",
                        senders.getLast().offer()));
    }

    /** Opens as many slots as there are wishes, and shows them. */
    List<MediaReceiver> watch(List<Wish> wishes) throws IOException {
        List<Map<String, Object>> said = new ArrayList<>();
        for (Wish wish : wishes) {
            int slot = receivers.size();
            MediaReceiver receiver = new MediaReceiver(side, pulse);
            receivers.add(receiver);
            say("receive", Map.of("slot", slot, "epoch", epoch, "offer", receiver.offer()));
            String answer = tab.hear("receiving").path("answer").asText();
            answers.add(answer);
            receiver.answer(answer);
            said.add(Map.of(
                    "slot", slot, "participant", wish.participant(), "source", wish.source(), "height", TILE_HEIGHT));
        }
        say("view", Map.of("wishes", said));
        for (MediaReceiver receiver : receivers) {
            secured(receiver.whenSecured());
        }
        return receivers;
    }

    /** What the server answered for a slot. */
    String answer(int slot) {
        return answers.get(slot);
    }

    /** What a slot is to show. */
    record Wish(String participant, String source) {}

    private static void secured(CompletableFuture<Void> connection) {
        connection.orTimeout(CONNECT_SECONDS, TimeUnit.SECONDS).join();
    }

    static String json(String type, Map<String, ?> components) {
        try {
            return JSON.writeValueAsString(JSON.createObjectNode()
                    .put("type", type)
                    .setAll(JSON.<com.fasterxml.jackson.databind.node.ObjectNode>valueToTree(components)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        tab.vanish();
        for (MediaSender sender : senders) {
            sender.close();
        }
        for (MediaReceiver receiver : receivers) {
            receiver.close();
        }
    }
}
