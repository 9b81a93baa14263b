package plenum.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;

/** The door of a meeting: a name, a look in the mirror, and in. */
final class PreJoin {

    private static final Duration CAMERA = Duration.ofSeconds(15);

    private final Person person;
    private final Page page;

    PreJoin(Person person) {
        this.person = person;
        this.page = person.page();
    }

    PreJoin awaitMirror() {
        page.getByLabel(Texts.text("stage.prejoin.name")).waitFor();
        Await.until(
                page,
                "the mirror shows a picture",
                CAMERA,
                () -> Boolean.TRUE.equals(
                        page.evaluate("() => [...document.querySelectorAll('video')].some(v => v.videoWidth > 0)")));
        return this;
    }

    PreJoin fillName(String name) {
        page.getByLabel(Texts.text("stage.prejoin.name")).fill(name);
        return this;
    }

    Locator joinButton() {
        return page.getByRole(
                AriaRole.BUTTON,
                new GetByRoleOptions().setName(Texts.text("stage.prejoin.join")).setExact(true));
    }

    PreJoin fillPassword(String password) {
        page.getByLabel(Texts.text("stage.prejoin.password")).fill(password);
        return this;
    }

    /** Joins a meeting that decides later whether it lets somebody in. */
    void knock() {
        awaitMirror().fillName(person.name()).joinButton().click();
    }

    MeetingRoom join() {
        return joinAs(person.name());
    }

    MeetingRoom joinAs(String name) {
        awaitMirror().fillName(name).joinButton().click();
        return new MeetingRoom(person).awaitInside();
    }
}
