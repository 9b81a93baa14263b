package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.Account.MeetingDefaults;
import plenum.account.Accounts;
import plenum.account.CurrentUser;
import plenum.account.Identities;
import plenum.account.Taste;
import plenum.account.Tastes;
import plenum.account.TimeZones;
import plenum.policy.Policy;

/**
 * Personal settings, as a page and beside the stage. Each control stores its own value at once. What belongs to a person is kept in the
 * account, and for a guest in this browser: language and appearance as cookies, the rest by the page's script.
 */
@Named
@RequestScoped
@NullUnmarked
public class SettingsPage {
    /** Those that can be switched off; their labels are {@code settings.sounds.*}. */
    static final List<String> SOUNDS = List.of(
            "join",
            "leave",
            "message",
            "hand",
            "reaction",
            "share",
            "knock",
            "admitted",
            "timer",
            "recording",
            "encrypted");

    private static final String DOCKED = "docked";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Accounts accounts;

    @Inject
    Identities identities;

    @Inject
    Tastes tastes;

    @Inject
    Policy policy;

    private String appearance;
    private String language;
    private String zone;
    private Boolean muted;
    private Boolean cameraOff;
    private Map<String, Boolean> sounds;
    private boolean saved;

    /** What a form says about an account counts for whoever is signed in alone. */
    public void save() {
        Optional<Account> account = user.account();
        if (account.isPresent()) {
            accounts.setProfile(changed(account.get()));
            tastes.store(account.get().id(), new Taste(keptAppearance(), silent()));
            identities.forget(request);
        }
        saved = true;
    }

    private Account changed(Account account) {
        return new Account(
                account.id(),
                account.email(),
                account.name(),
                account.role(),
                account.state(),
                account.language(),
                TimeZones.with(account.zone()).contains(getZone()) ? TimeZones.parse(getZone()) : account.zone(),
                new MeetingDefaults(isMuted(), isCameraOff()),
                account.createdAt());
    }

    /** In the account it counts wherever they sign in, so that nothing else may be said by this browser. */
    public void saveAppearance() {
        keep(BrowserCookies.THEME, chosenAppearance(), user.isSignedIn());
        save();
    }

    /** The page is shown anew in the language; a meeting beside it speaks it from its next page on. */
    public void saveLanguage() {
        Optional<Locale> chosen =
                Optional.ofNullable(language).flatMap(Language::byTag).filter(Language.offered(policy)::contains);
        if (chosen.isEmpty()) {
            return;
        }
        keep(BrowserCookies.LANGUAGE, chosen.get().getLanguage(), user.isSignedIn());
        user.account().ifPresent(account -> {
            accounts.setProfile(speaking(account, chosen.get()));
            identities.forget(request);
        });
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext()
                    .redirect(request.getContextPath() + "/settings" + (isDocked() ? "?" + DOCKED + "=true" : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static Account speaking(Account account, Locale language) {
        return new Account(
                account.id(),
                account.email(),
                account.name(),
                account.role(),
                account.state(),
                language,
                account.zone(),
                account.defaults(),
                account.createdAt());
    }

    private void keep(String cookie, String value, boolean inAccount) {
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        response.addCookie(
                inAccount
                        ? BrowserCookies.noPreference(cookie, request.isSecure())
                        : BrowserCookies.preference(cookie, value, request.isSecure()));
    }

    private String chosenAppearance() {
        return Appearance.all().contains(getAppearance())
                ? getAppearance()
                : Appearance.all().getFirst();
    }

    /** What this browser alone shows stays out of the account. */
    private String keptAppearance() {
        return appearance == null
                ? taste().map(Taste::appearance).orElseGet(Appearance.all()::getFirst)
                : chosenAppearance();
    }

    private Set<String> silent() {
        return getSounds().entrySet().stream()
                .filter(sound -> SOUNDS.contains(sound.getKey()) && !sound.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether it stands beside the stage, in a frame of the meeting's page. */
    public boolean isDocked() {
        return "true".equals(request.getParameter(DOCKED));
    }

    public boolean isSaved() {
        return saved;
    }

    public List<String> getAppearances() {
        return Appearance.all();
    }

    public List<String> getSoundNames() {
        return SOUNDS;
    }

    public List<String> getZones() {
        return user.account().map(account -> TimeZones.with(account.zone())).orElse(List.of());
    }

    public String getAppearance() {
        return appearance == null ? Appearance.of(request, taste()) : appearance;
    }

    public void setAppearance(String appearance) {
        this.appearance = appearance;
    }

    /** Of the account, because mails are in it; of this page for a guest. */
    public String getLanguage() {
        return language == null
                ? user.account()
                        .map(Account::language)
                        .orElseGet(() ->
                                FacesContext.getCurrentInstance().getViewRoot().getLocale())
                        .getLanguage()
                : language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getZone() {
        return zone == null
                ? user.account().map(Account::zone).map(ZoneId::getId).orElse("")
                : zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    private MeetingDefaults defaults() {
        return user.account().map(Account::defaults).orElseGet(MeetingDefaults::standard);
    }

    public boolean isMuted() {
        return muted == null ? defaults().muted() : muted;
    }

    public void setMuted(boolean muted) {
        this.muted = muted;
    }

    public boolean isCameraOff() {
        return cameraOff == null ? defaults().cameraOff() : cameraOff;
    }

    public void setCameraOff(boolean cameraOff) {
        this.cameraOff = cameraOff;
    }

    /** By name, whether it is heard. */
    public Map<String, Boolean> getSounds() {
        if (sounds == null) {
            Set<String> off = taste().map(Taste::silent).orElse(Set.of());
            sounds =
                    new TreeMap<>(SOUNDS.stream().collect(Collectors.toMap(name -> name, name -> !off.contains(name))));
        }
        return sounds;
    }

    private Optional<Taste> taste() {
        return user.account().map(Account::id).flatMap(tastes::of);
    }
}
