package plenum.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.SiteAddress;
import plenum.scim.ScimServlet;
import plenum.scim.ScimTokens;

/** The programs that provision accounts. A new token is shown until the page is left; nobody sees it again. */
@Named
@ViewScoped
@NullUnmarked
public class ScimPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ScimTokens tokens;

    @Inject
    transient SiteAddress site;

    private String program = "";
    private transient String token = "";

    public void create() {
        token = "";
        if (perform(
                "scim-token-create",
                Map.of("program", given(program)),
                done -> token = done.output().orElse(""))) {
            program = "";
        }
    }

    public void revoke(ScimTokens.Token revoked) {
        token = "";
        perform("scim-token-revoke", Map.of("program", revoked.label()));
    }

    public String getAddress() {
        return site.page(ScimServlet.PATH);
    }

    /** Empty unless one was made just now. */
    public String getToken() {
        return given(token);
    }

    public List<ScimTokens.Token> getAll() {
        return tokens.all();
    }

    public String getProgram() {
        return program;
    }

    public void setProgram(String program) {
        this.program = program;
    }
}
