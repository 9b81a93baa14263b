package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import plenum.meeting.Meetings;

/** "New meeting": a name, then straight into it. */
@Named
@RequestScoped
public class CreatePage {
    static final int LONGEST_NAME = 120;

    @Inject
    Meetings meetings;

    @Inject
    Texts texts;

    private @Nullable String name;

    /** Refuses a name that no meeting can have; what was typed stays in the field. */
    public void check(FacesContext faces, UIComponent field, Object value) {
        String typed = String.valueOf(value).strip();
        if (typed.isEmpty()) {
            throw new ValidatorException(texts.error("create.name.empty"));
        }
        if (typed.length() > LONGEST_NAME) {
            throw new ValidatorException(texts.error("create.name.long"));
        }
    }

    /** Stores the meeting, keeps the creator's token in this browser, and goes to the meeting's page. */
    public void create() throws IOException {
        if (name == null) {
            return;
        }
        Meetings.Created created = meetings.create(name.strip());
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        HttpServletResponse response = (HttpServletResponse) external.getResponse();
        response.addCookie(BrowserCookies.creator(created, request.isSecure()));
        external.redirect(
                external.getRequestContextPath() + "/m/" + created.meeting().letters());
    }

    public int getLongestName() {
        return LONGEST_NAME;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
