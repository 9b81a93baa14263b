package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** The profile of an account, as others see it: name and picture. */
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
    private String picture;
    private boolean saved;

    public void save() {
        Account account = account();
        Optional<DisplayName> parsed = DisplayName.parse(given(name));
        if (parsed.isEmpty()) {
            refuse("profile:name", "account.name.bad");
            return;
        }
        mine.setProfile(new Account(
                account.id(),
                account.email(),
                parsed.get(),
                account.role(),
                account.state(),
                account.language(),
                account.zone(),
                account.defaults(),
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

    public String getPicture() {
        return "";
    }

    public void setPicture(String picture) {
        this.picture = picture;
    }
}
