package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account.MeetingDefaults;

/** The profile of an account: name, picture, language, time zone, and the defaults for entering meetings. */
@Named
@RequestScoped
@NullUnmarked
public class ProfilePanel extends FormPage {
    /** The picture that the page's script has scaled down and sends. */
    private static final String BEGINNING = "data:image/png;base64,";

    private static final int LONGEST_PICTURE = 1_000_000;

    @Inject
    MyAccount mine;

    @Inject
    CurrentUser user;

    @Inject
    Accounts accounts;

    @Inject
    Identities identities;

    @Inject
    InstantSource clock;

    private String name;
    private String language;
    private String zone;
    private Boolean muted;
    private Boolean cameraOff;
    private String picture;
    private boolean saved;

    public void save() {
        Account account = account();
        Optional<DisplayName> parsed = DisplayName.parse(given(name));
        if (parsed.isEmpty()) {
            refuse("profile:name", "account.name.bad");
            return;
        }
        boolean spoken = getLanguages().contains(Locale.of(given(language)));
        mine.setProfile(new Account(
                account.id(),
                account.email(),
                parsed.get(),
                account.role(),
                account.state(),
                spoken ? Locale.of(language) : account.language(),
                getZones().contains(given(zone)) ? TimeZones.parse(zone) : account.zone(),
                new MeetingDefaults(Boolean.TRUE.equals(muted), Boolean.TRUE.equals(cameraOff)),
                account.createdAt()));
        identities.forget(request);
        saved = true;
    }

    public void savePicture() {
        String sent = given(picture);
        Optional<byte[]> png = sent.startsWith(BEGINNING) && sent.length() <= LONGEST_PICTURE
                ? decoded(sent.substring(BEGINNING.length())).flatMap(ProfilePicture::of)
                : Optional.empty();
        if (png.isEmpty()) {
            refuse("picture:data", "account.picture.bad");
            return;
        }
        accounts.setPicture(account().id(), Optional.of(new Accounts.Picture(png.get(), clock.instant())));
        go("/account");
    }

    public void removePicture() {
        accounts.setPicture(account().id(), Optional.empty());
        go("/account");
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Account account() {
        return user.person().account();
    }

    /** When the picture was changed, for its address; empty when there is none. */
    public String getPictureVersion() {
        return accounts.picture(account().id())
                .map(found -> String.valueOf(found.changedAt().toEpochMilli()))
                .orElse("");
    }

    public List<Locale> getLanguages() {
        return AccountLanguage.all();
    }

    public List<String> getZones() {
        return TimeZones.with(account().zone());
    }

    public boolean isSaved() {
        return saved;
    }

    public String getEmail() {
        return account().email().text();
    }

    public String getName() {
        return name == null ? account().name().text() : name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLanguage() {
        return language == null ? account().language().getLanguage() : language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getZone() {
        return zone == null ? account().zone().getId() : zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public Boolean getMuted() {
        return muted == null ? account().defaults().muted() : muted;
    }

    public void setMuted(Boolean muted) {
        this.muted = muted;
    }

    public Boolean getCameraOff() {
        return cameraOff == null ? account().defaults().cameraOff() : cameraOff;
    }

    public void setCameraOff(Boolean cameraOff) {
        this.cameraOff = cameraOff;
    }

    public String getPicture() {
        return "";
    }

    public void setPicture(String picture) {
        this.picture = picture;
    }
}
