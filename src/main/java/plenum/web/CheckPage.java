package plenum.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** The page "Check the connection": the data that its script starts from. */
@Named
@RequestScoped
public class CheckPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Texts texts;

    @Inject
    FirewallRows firewall;

    /** JSON for a script element. */
    public String getData() throws JsonProcessingException {
        return MeetingPage.forScriptElement(
                JSON.writeValueAsString(Map.of("firewall", firewall.rows(), "texts", texts.of("check/check-page.js"))));
    }
}
