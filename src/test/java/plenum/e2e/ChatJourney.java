package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People write to one another; nothing that was sent is lost, and nothing that is written is anything but text. */
@Tag("chat")
class ChatJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Until what follows from another size has happened. */
    private static final String TWO_FRAMES =
            "async () => { for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame); }";

    private static final String CANARY = "<img src=x onerror=\"window.canary='sung'\">";

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void peopleWriteAnswerChangeAndTakeBack() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Words").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        ChatPanel bob = ChatPanel.open(bobs);
        bob.say("Hallo Ada").say("Mehr unter https://example.org/a?b=c, bitte lesen");
        ChatPanel unopened = ChatPanel.of(adas);
        Await.until(
                ada.page(), "two are unread", PATIENCE, () -> unopened.badge().equals("2"));
        assertThat(ada.page().locator(".notices")).containsText("Bob: Hallo Ada");

        ChatPanel chat = ChatPanel.open(adas);
        chat.await("Hallo Ada", "Mehr unter https://example.org/a?b=c, bitte lesen");
        assertThat(chat.badge()).isEmpty();
        assertThat(chat.message("Mehr").locator("a")).hasAttribute("href", "https://example.org/a?b=c");
        assertThat(chat.message("Mehr").locator("a")).hasAttribute("rel", "noopener noreferrer");

        chat.act("Hallo Ada", "stage.chat.reply");
        chat.pickEmoji("😄");
        chat.field().press("Enter");
        Await.until(bobs.person().page(), "the answer has come", PATIENCE, () -> bob.texts()
                .contains("😄"));
        assertThat(bob.message("😄").locator(".message-quote")).containsText("Hallo Ada");

        chat.act("😄", "stage.chat.edit");
        chat.say("Guten Morgen");
        bob.await("Hallo Ada", "Mehr unter https://example.org/a?b=c, bitte lesen", "Guten Morgen");
        assertThat(bob.message("Guten Morgen")).containsText(Texts.text("stage.chat.edited"));

        bob.act("Hallo Ada", "stage.chat.delete");
        bob.confirm("Hallo Ada");
        chat.act("Mehr unter", "stage.chat.remove");
        chat.confirm("Mehr unter");
        for (ChatPanel panel : List.of(chat, bob)) {
            panel.await(Texts.text("stage.chat.removed"), Texts.text("stage.chat.removed.moderator"), "Guten Morgen");
        }
        assertThat(bob.message("Guten Morgen")).not().containsText("Hallo Ada");
        assertThat(chat.export())
                .contains("Words", "Guten Morgen", Texts.text("stage.chat.removed"))
                .doesNotContain("Hallo Ada");
    }

    @Test
    void whatIsPrivateIsReadByTwoAndWhoComesLaterReadsTheRest() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Two").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        ChatPanel bob = ChatPanel.open(bobs);
        bob.say("Für alle");
        bob.sayTo("Ada", "Nur für dich");
        bob.say("Wieder für alle");
        ChatPanel ada = ChatPanel.open(adas);
        ada.await("Für alle", "Nur für dich", "Wieder für alle");
        assertThat(ada.message("Nur für dich")).containsText(Texts.text("stage.chat.private"));

        MeetingRoom cems = browsers.person("Cem").joinAt(adas.link());
        ChatPanel.open(cems).await("Für alle", "Wieder für alle");
    }

    @Test
    void whatPeopleWriteIsTextAndNothingElse() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Canary").join();
        ChatPanel chat = ChatPanel.open(adas);
        Person mallory = browsers.person(CANARY);
        MeetingRoom mallorys = mallory.joinAt(adas.link());
        ChatPanel.open(mallorys)
                .say(CANARY)
                .say("javascript:alert(1) https://user@example.org/ https://\u202Eexample.org");
        chat.await(CANARY, "javascript:alert(1) https://user@example.org/ https://example.org");

        assertThat(chat.message("javascript")).containsText(CANARY);
        assertThat(chat.message("javascript").locator("a")).hasCount(1);
        assertThat(chat.message("javascript").locator("a")).hasAttribute("href", "https://example.org/");
        for (Person person : List.of(ada, mallory)) {
            assertThat(person.page().evaluate("() => window.canary ?? 'silent'"))
                    .isEqualTo("silent");
            assertThat(person.page().locator("img[src=x]")).hasCount(0);
            assertThat(person.policyViolations()).isEmpty();
            assertThat(person.uncaught()).isEmpty();
        }
    }

    @Test
    void nothingIsLostWhenAPageReloads() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Kept").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        ChatPanel ada = ChatPanel.open(adas);
        ChatPanel bob = ChatPanel.open(bobs);
        ada.say("vorher");
        bob.await("vorher");
        bob.say("nachher");
        ada.await("vorher", "nachher");

        for (MeetingRoom room : List.of(adas, bobs)) {
            room.person().page().reload();
            room.awaitInside();
            ChatPanel.open(room).await("vorher", "nachher");
        }
    }

    @ParameterizedTest
    @MethodSource("plenum.e2e.Looks#languages")
    void theChatIsFitToBeSeen(String language) throws IOException {
        Person ada = browsers.person("Ada", language);
        ada.page().navigate(plenum.page("/new"));
        ada.page().locator("#create\\:name").fill("Wochenplanung 🦊");
        ada.page().locator("#create\\:submit").click();
        ada.page().locator("#prejoin-name").fill("Ada 🦊");
        ada.page().locator("#prejoin-name").press("Enter");
        MeetingRoom adas = new MeetingRoom(ada);
        ada.page().locator(".tool.leave").waitFor();
        String link = ada.page().url();
        ada.page().locator("[aria-keyshortcuts=C]").click();
        Looks.at(ada, "chat-empty");

        ChatPanel bob = ChatPanel.open(browsers.person("Bob").joinAt(link));
        bob.say("Guten Morgen! Hier die Tagesordnung: https://example.org/protokolle/2026/11/tagesordnung")
                .say("1. Übergangsregelungen\n"
                        + "2. Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnung\n"
                        + "3. Verschiedenes");
        ChatPanel chat = ChatPanel.of(adas);
        Await.until(ada.page(), "both are here", PATIENCE, () -> chat.texts().size() == 2);
        ada.page().locator("plenum-composer textarea").fill("🎉🎉");
        ada.page().keyboard().press("Enter");
        bob.sayTo("Ada 🦊", "Kannst du danach noch kurz bleiben?");
        Await.until(ada.page(), "all are here", PATIENCE, () -> chat.texts().size() == 4);
        ada.page().locator(".composer-line .round").first().click();
        ada.page().locator(".emoji-grid .emoji").first().waitFor();
        ada.page().setViewportSize(1280, 1200);
        ada.page().evaluate(TWO_FRAMES);
        ada.page().setViewportSize(1280, 600);
        Await.until(ada.page(), "the latest is in view beside the emojis", PATIENCE, chat::isAtEnd);
        Looks.at(ada, "chat");
        assertThat(chat.isAtEnd()).as("at the end, however large the window").isTrue();
    }
}
