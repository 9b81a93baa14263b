package plenum.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The polls of a running meeting, as one person sees them. */
final class PollsPanel {

    private final Page page;

    private PollsPanel(Page page) {
        this.page = page;
    }

    static PollsPanel open(Person person) {
        Page page = person.page();
        if (!page.locator("plenum-dock").isVisible()) {
            page.locator("[aria-keyshortcuts=C]").click();
        }
        page.locator("#dock-tab-polls").click();
        return new PollsPanel(page);
    }

    /** Fills in a new poll; {@link #press} starts or keeps it. */
    PollsPanel write(String question, String... options) {
        press("stage.polls.new");
        page.locator(".poll-form textarea").fill(question);
        for (int i = 0; i < options.length; i++) {
            if (i > 1) {
                press("stage.polls.add");
            }
            page.locator(".poll-option input").nth(i).fill(options[i]);
        }
        return this;
    }

    PollsPanel vote(String option) {
        choose(option);
        return press("stage.polls.vote");
    }

    PollsPanel choose(String option) {
        choice(option).locator("input").check();
        return this;
    }

    Locator poll() {
        return page.locator(".poll");
    }

    Locator choice(String option) {
        return page.locator(".poll-choice").filter(new Locator.FilterOptions().setHasText(option));
    }

    /** How many chose it, and how many of a hundred that is. */
    Locator count(String option) {
        return choice(option).locator(".poll-count");
    }

    PollsPanel press(String key) {
        button(key).click();
        return this;
    }

    Locator button(String key) {
        return page.locator("plenum-polls")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true));
    }
}
