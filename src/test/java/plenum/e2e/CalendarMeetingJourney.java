package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the meeting of an event is set up in the event, and what those who come notice of it. */
@Tag("calendar")
@Tag("secrecy")
class CalendarMeetingJourney {
    private static final LocalDateTime NOON =
            LocalDateTime.now(CalendarWindow.ZONE).toLocalDate().atTime(12, 0);

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final EventMails mails = EventMails.shared();
    private final PlenumProcess plenum = PlenumProcess.connected();
    private final DrivePeople people = new DrivePeople(plenum);
    private final String grace = people.address("grace");

    @Test
    void theOrganiserDecidesWhoGetsInAndHow() {
        Person ada = people.signedIn(browsers.person("Ada"));
        Person bob = people.signedIn(browsers.person("Bob"));
        CalendarWindow calendar = CalendarWindow.open(ada, plenum);
        options(calendar, "Board");
        calendar.field("rules:lobby").check();
        calendar.field("rules:start-muted").check();
        calendar.field("password").fill("sesame street");
        String bobs = people.address("bob");
        calendar.inviteSuggested(bobs, "Bob <" + bobs + ">");
        host(calendar).click();
        assertThat(host(calendar)).hasAttribute("aria-checked", "true");
        calendar.invite(grace);
        calendar.save();
        EventMails.Invitation mail = mails.await(ada.page(), grace, 1);
        assertThat(mail.body() + mail.file()).doesNotContain("sesame");

        calendar.openEvent("Board");
        calendar.field("meeting").locator("summary").click();
        assertThat(calendar.field("rules:lobby")).isChecked();
        assertThat(calendar.field("rules:start-muted")).isChecked();
        assertThat(calendar.field("open-meeting")).isVisible();
        assertThat(host(calendar)).hasAttribute("aria-checked", "true");
        String link = calendar.field("meeting").locator(".meeting-link").innerText();
        ada.page().keyboard().press("Escape");
        calendar.awaitClosed();

        Person guest = browsers.person("Grace");
        guest.page().navigate(link);
        PreJoin door = new PreJoin(guest).awaitMirror().fillName("Grace");
        door.fillPassword("wrong password").joinButton().click();
        assertThat(guest.page().getByText(Texts.text("stage.prejoin.password.wrong")))
                .isVisible();
        bob.page().navigate(link);
        // whoever moderates needs no password
        MeetingRoom hosts = new PreJoin(bob).join();
        door.fillPassword("sesame street").joinButton().click();
        button(hosts.person().page(), "stage.lobby.admit").click();
        new MeetingRoom(guest).awaitInside();
        assertThat(hosts.mutedTileOf("Grace")).isVisible();
        assertThat(ada.uncaught()).isEmpty();
        assertThat(bob.uncaught()).isEmpty();
    }

    @Test
    void theKeyOfAnEncryptedMeetingStaysInTheBrowser() throws IOException {
        Person ada = people.signedIn(browsers.person("Ada"));
        CalendarWindow calendar = CalendarWindow.open(ada, plenum);
        Page page = ada.page();
        options(calendar, "Secret");
        page.locator("#encryption-on").check();
        Locator field = page.locator("#event-key-link");
        assertThat(field).hasValue(Pattern.compile("http.*/m/[a-z0-9]{18}#k=[A-Za-z0-9_-]{43}"));
        String link = field.inputValue();
        String key = link.substring(link.indexOf("#k=") + 3);
        Looks.canBeRead(ada, "an event whose meeting is encrypted");
        calendar.invite(grace);
        calendar.save();
        EventMails.Invitation mail = mails.await(page, grace, 1);
        assertThat(mail.body()).contains(Texts.text("calendar.meeting.key.mail"));
        assertThat(mail.body() + mail.file()).doesNotContain(key);

        calendar.openEvent("Secret");
        assertThat(page.locator("#event-join")).hasAttribute("href", link);
        calendar.field("meeting").locator("summary").click();
        assertThat(field).hasValue(link);
        assertThat(calendar.field("stop-encrypting")).isVisible();
        page.keyboard().press("Escape");
        calendar.awaitClosed();

        MeetingRoom graces = browsers.person("Grace").joinAt(link);
        assertThat(graces.person().page().locator(".lock-badge")).isVisible();
        Person henry = browsers.person("Henry");
        henry.page().navigate(link.substring(0, link.indexOf('#')));
        new PreJoin(henry).awaitMirror().fillName("Henry").joinButton().click();
        assertThat(henry.page().locator("#prejoin-key-refusal")).hasText(Texts.text("stage.prejoin.key.empty"));
        assertThat(filesWith(key)).as("the server has never seen it").isEmpty();
        assertThat(ada.uncaught()).isEmpty();
    }

    /** A new event with a meeting, whose options are open. */
    private static void options(CalendarWindow calendar, String title) {
        calendar.create(title);
        calendar.at(NOON);
        calendar.click("add-meeting");
        calendar.field("meeting").locator("summary").click();
    }

    private static Locator host(CalendarWindow calendar) {
        return calendar.field("hosts").locator("[role=checkbox]").filter(new Locator.FilterOptions().setHasText("Bob"));
    }

    private static Locator button(Page page, String text) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(Texts.text(text)).setExact(true));
    }

    private Stream<Path> filesWith(String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        try (Stream<Path> all = Files.walk(plenum.data())) {
            return all.filter(Files::isRegularFile).filter(file -> holds(file, wanted)).toList().stream();
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false; // it went meanwhile
        }
    }
}
