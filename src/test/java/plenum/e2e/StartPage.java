package plenum.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The first page: a new meeting, or into one by code or link. */
final class StartPage {

    private final Person person;
    private final Page page;

    private StartPage(Person person) {
        this.person = person;
        this.page = person.page();
    }

    static StartPage open(Person person, PlenumProcess plenum) {
        person.page().navigate(plenum.page("/"));
        return new StartPage(person);
    }

    /** Three clicks to a running meeting: new, continue, join. */
    PreJoin create(String meeting) {
        return newMeeting().create(meeting);
    }

    /** The page with everything that can be said about a new meeting beforehand. */
    NewMeetingPage newMeeting() {
        page.getByRole(AriaRole.LINK, named("start.new")).click();
        return new NewMeetingPage(person);
    }

    PreJoin join(String codeOrLink) {
        tryToJoin(codeOrLink);
        return new PreJoin(person);
    }

    void tryToJoin(String codeOrLink) {
        page.getByLabel(Texts.text("join.address")).fill(codeOrLink);
        page.getByRole(AriaRole.BUTTON, named("join.submit")).click();
    }

    private static GetByRoleOptions named(String key) {
        return new GetByRoleOptions().setName(Texts.text(key)).setExact(true);
    }
}
