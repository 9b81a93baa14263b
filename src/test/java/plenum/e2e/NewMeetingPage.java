package plenum.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** Says what a new meeting is called, and who may come in. */
final class NewMeetingPage {

    private final Person person;
    private final Page page;

    NewMeetingPage(Person person) {
        this.person = person;
        this.page = person.page();
    }

    NewMeetingPage openOptions() {
        page.getByText(Texts.text("create.options")).click();
        return this;
    }

    NewMeetingPage withLobby() {
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(Texts.text("rules.lobby")))
                .check();
        return this;
    }

    NewMeetingPage waitForModerator() {
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(Texts.text("rules.wait-for-moderator")))
                .check();
        return this;
    }

    NewMeetingPage startMuted() {
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(Texts.text("rules.start-muted")))
                .check();
        return this;
    }

    NewMeetingPage withPassword(String password) {
        page.getByLabel(Texts.text("create.password")).fill(password);
        return this;
    }

    NewMeetingPage encrypted() {
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(Texts.text("create.encrypted")))
                .check();
        return this;
    }

    NewMeetingPage withKeyPhrase(String phrase) {
        page.getByLabel(Texts.text("create.encrypted.phrase")).fill(phrase);
        return this;
    }

    PreJoin create(String meeting) {
        page.getByLabel(Texts.text("create.name")).fill(meeting);
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions()
                                .setName(Texts.text("create.submit"))
                                .setExact(true))
                .click();
        return new PreJoin(person);
    }
}
