package plenum.attack;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A meeting that was made as people make one.
 *
 * @param letters of its link
 * @param creatorCookie what the creator's browser keeps
 */
public record Place(String letters, String creatorCookie) {
    /** How the names of the creators' cookies begin. */
    static final String CREATOR = "plenum-creator-";

    private static final String LINK = "/m/";

    /** Sends the form of "New meeting" as our own page does. */
    public static Place make(Stranger creator, String name, Map<String, String> options) {
        HttpResponse<String> answer =
                creator.post("/new", form(name, options), "Origin", creator.origin(), "Sec-Fetch-Site", "same-origin");
        String location = answer.headers().firstValue("Location").orElse("");
        int at = location.lastIndexOf(LINK);
        if (at < 0) {
            throw new AssertionError("no meeting was made: " + answer.statusCode());
        }
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(CREATOR))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the creator has no cookie"))
                .split(";", 2)[0];
        return new Place(location.substring(at + LINK.length()), cookie);
    }

    static Map<String, String> form(String name, Map<String, String> options) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("create", "create");
        form.put("create:submit", "");
        form.put("jakarta.faces.ViewState", "stateless");
        form.put("create:name", name);
        form.put("create:password", "");
        form.put("primefaces.nonce", nonce());
        form.putAll(options);
        return form;
    }

    private static String nonce() {
        return Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    }
}
