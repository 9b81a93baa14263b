package plenum.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import plenum.it.Tab;

/** Somebody in a meeting without media. */
record Visitor(Tab tab, String id, String token) {

    static Visitor join(Tab tab, String name) {
        knock(tab, name, Map.of());
        return entered(tab);
    }

    /** Asks to be let in; what comes of it, the tab hears. */
    static void knock(Tab tab, String name, Map<String, String> with) {
        Map<String, Object> join = new LinkedHashMap<>(with);
        join.put("name", name);
        join.put("microphone", false);
        join.put("camera", false);
        tab.say(Bystander.json("join", join));
    }

    /** Once the door is open. */
    static Visitor entered(Tab tab) {
        JsonNode welcome = tab.hear("welcome");
        return new Visitor(
                tab, welcome.path("self").asText(), welcome.path("resume").asText());
    }

    void say(String type, Map<String, ?> components) {
        tab.say(Bystander.json(type, components));
    }

    /** Waits for the news that a message of a type had no effect, and why. */
    void hearFailure(String about, String code) {
        tab.hear(
                "failed",
                failed -> failed.path("about").asText().equals(about)
                        && failed.path("code").asText().equals(code));
    }

    void leave() {
        say("leave", Map.of());
        tab.hear("ended");
    }
}
