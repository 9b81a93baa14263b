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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.account.Identities;
import plenum.meeting.ChosenRules;
import plenum.meeting.KeyCheck;
import plenum.meeting.MeetingName;
import plenum.meeting.MeetingPassword;
import plenum.meeting.Meetings;
import plenum.meeting.Memberships;
import plenum.meeting.PasswordHash;
import plenum.meeting.PasswordHashing;
import plenum.meeting.RoomRules;
import plenum.platform.HashingSlots;
import plenum.policy.Answer;
import plenum.policy.InstanceRules;
import plenum.policy.Policy;
import plenum.policy.PolicyTexts;

/** The page "New meeting": creates a meeting and enters it. */
@Named
@RequestScoped
public class CreatePage {
    private static final String NAME_FIELD = "create:name";
    private static final String RULES_SHOWN = "create:rules:shown";

    @Inject
    Meetings meetings;

    @Inject
    Texts texts;

    @Inject
    PasswordHashing hashing;

    @Inject
    Visits visits;

    @Inject
    HttpServletRequest request;

    @Inject
    Policy policy;

    @Inject
    Identities identities;

    @Inject
    Memberships memberships;

    private @Nullable String name;
    private @Nullable String password;
    private @Nullable String keyCheck;
    private @Nullable String keySalt;
    private @Nullable ChosenRules rules;

    private RoomRules usual() {
        InstanceRules.Creation creation = policy.rules().creation();
        return RoomRules.standard(creation.lobby(), creation.muted(), creation.cameraOff());
    }

    /** Why this person may not make meetings, and what it would take; empty when they may. */
    public String getRefusal() {
        return mayCreate() instanceof Answer.No no
                ? PolicyTexts.of(
                        no, FacesContext.getCurrentInstance().getViewRoot().getLocale())
                : "";
    }

    /** Whether signing in would do. */
    public boolean isForSignedIn() {
        return mayCreate() instanceof Answer.No(Answer.Why why, String plan, List<String> others)
                && why == Answer.Why.GUEST;
    }

    private Answer mayCreate() {
        return policy.mayCreate(identities.of(request).known());
    }

    /** Refuses a name that no meeting can have; what was typed stays in the field. */
    public void check(FacesContext faces, UIComponent field, Object value) {
        String typed = String.valueOf(value);
        if (MeetingName.isTooLong(typed)) {
            throw new ValidatorException(texts.error("create.name.long"));
        }
        if (MeetingName.parse(typed).isEmpty()) {
            throw new ValidatorException(texts.error("create.name.empty"));
        }
    }

    /** Refuses a password that is too short or too long; none at all is fine. */
    public void checkPassword(FacesContext faces, UIComponent field, Object value) {
        String typed = String.valueOf(value);
        if (!typed.isEmpty() && MeetingPassword.parse(typed).isEmpty()) {
            throw new ValidatorException(texts.error("create.password.bad"));
        }
    }

    /** Stores the meeting, keeps the creator's token in this browser, and goes to the meeting's page. */
    public void create() throws IOException {
        if (name == null || !mayCreate().isYes()) {
            return;
        }
        Optional<MeetingPassword> typed = Optional.ofNullable(password).flatMap(MeetingPassword::parse);
        if (!visits.mayCreate(request, typed.isPresent())) {
            refuse("create.throttled");
            return;
        }
        Optional<PasswordHash> hash = typed.flatMap(word -> hashing.hash(word, HashingSlots.Queue.PAGE));
        if (hash.isPresent() != typed.isPresent()) {
            refuse("create.busy");
            return;
        }
        Meetings.Created created = meetings.create(
                name,
                chosen().rules(request.getParameter(RULES_SHOWN) != null),
                hash,
                KeyCheck.parse(keyCheck, keySalt));
        identities.of(request).known().ifPresent(owner -> memberships.own(created.meeting(), owner.id()));
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletResponse response = (HttpServletResponse) external.getResponse();
        response.addCookie(BrowserCookies.creator(created, request.isSecure()));
        external.redirect(
                external.getRequestContextPath() + "/m/" + created.meeting().letters());
    }

    /** In the place where the page says what is wrong with a name. */
    private void refuse(String why) {
        texts.refuse(NAME_FIELD, why);
    }

    /** A new meeting begins with what the policy says; whoever makes it may choose otherwise. */
    private ChosenRules chosen() {
        if (rules == null) {
            rules = new ChosenRules(usual());
        }
        return rules;
    }

    /** By the names of the switches. */
    public Map<String, Boolean> getRules() {
        return chosen().switches();
    }

    public int getLongestName() {
        return MeetingName.LONGEST;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    /** Never sent back to the browser. */
    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    /** What the browser that made the key of an encrypted meeting says of it; empty: not encrypted. */
    public @Nullable String getKeyCheck() {
        return keyCheck;
    }

    public void setKeyCheck(@Nullable String keyCheck) {
        this.keyCheck = keyCheck;
    }

    public @Nullable String getKeySalt() {
        return keySalt;
    }

    public void setKeySalt(@Nullable String keySalt) {
        this.keySalt = keySalt;
    }

    public int getLongestPassword() {
        return MeetingPassword.LONGEST;
    }
}
