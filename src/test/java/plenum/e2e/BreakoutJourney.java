package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Six people are moved into rooms and come back: isolated while they are apart, and with nothing to click, reload or allow. */
@Tag("breakout")
class BreakoutJourney {

    /** Limits hold on a machine that is half as fast and busy. */
    private static final Duration PICTURE = Duration.ofSeconds(90);

    private static final Duration RETURN = Duration.ofSeconds(240);
    private static final Duration MOVED = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(33);
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String UNTOUCHED = """
        () => {
          window.neverReloaded = true;
          window.asked = 0;
          const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
          navigator.mediaDevices.getUserMedia = (wish) => { window.asked++; return ask(wish); };
        }\
        """;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void sixPeopleAreMovedIntoRoomsAndReturn() {
        MeetingRoom ada = StartPage.open(browsers.person("Ada"), plenum)
                .create("Workshop")
                .join();
        String link = ada.link();
        List<MeetingRoom> all = new ArrayList<>(List.of(ada));
        for (String name : List.of("Bob", "Cem", "Dora", "Eve", "Finn")) {
            all.add(browsers.person(name).joinAt(link));
        }
        MeetingRoom bob = all.get(1);
        MeetingRoom cem = all.get(2);
        MeetingRoom dora = all.get(3);
        MeetingRoom finn = all.get(5);
        for (MeetingRoom room : all) {
            assertThat(room.person().page().locator("article.tile")).hasCount(6);
        }
        for (MeetingRoom room : all) {
            room.person().page().evaluate(UNTOUCHED);
            Await.until(
                    room.person().page(),
                    "a camera and five slots",
                    PICTURE,
                    () -> room.media().sample().peers() >= 6);
        }
        for (MeetingRoom room : all) {
            String[] others = all.stream()
                    .filter(other -> other != room)
                    .map(other -> other.person().name())
                    .toArray(String[]::new);
            room.media().awaitBack(PICTURE, 0, others);
        }
        List<Integer> peers =
                all.stream().map(room -> room.media().sample().peers()).toList();
        bob.turnMicrophoneOff();
        ChatPanel.open(ada).say("The task");

        Locator dialog = openDialog(ada);
        dialog.getByRole(AriaRole.SPINBUTTON).fill("2");
        press(dialog, "stage.breakout.make");
        Locator names = dialog.locator(".breakout-rooms input");
        assertThat(names).hasCount(2);
        assertThat(names.first()).hasValue(Texts.text("stage.breakout.name", "1"));
        names.first().fill("Red");
        names.first().press("Enter");
        names.last().fill("Blue");
        names.last().press("Tab");
        for (String name : List.of("Bob", "Cem")) {
            assign(dialog, name, "Red");
        }
        for (String name : List.of("Dora", "Eve")) {
            assign(dialog, name, "Blue");
        }
        press(dialog, "stage.breakout.spread");
        assertThat(roomOf(dialog, "Finn")).not().hasValue("");
        assign(dialog, "Finn", "Blue");
        dialog.locator("#breakout-minutes").selectOption("10");
        long opened = System.nanoTime();
        press(dialog, "stage.breakout.open");
        for (MeetingRoom room : all.subList(1, 6)) {
            assertThat(room.person().page().locator(".breakout-name"))
                    .hasText(room == bob || room == cem ? "Red" : "Blue");
        }
        Measured.print("five people are in their rooms", MOVED, List.of(Duration.ofNanos(System.nanoTime() - opened)));
        ada.person().page().keyboard().press("Escape");

        assertThat(bob.person().page().locator(".breakout-time")).containsText("0");
        assertThat(bob.person().page().locator("article.tile")).hasCount(2);
        assertThat(dora.person().page().locator("article.tile")).hasCount(3);
        assertThat(ada.person().page().locator("article.tile")).hasCount(1);
        bob.media().awaitBack(PICTURE, 0, "Cem");
        dora.media().awaitBack(PICTURE, 0, "Eve", "Finn");
        assertThat(bob.mutedTileOf("Cem")).hasCount(0);
        assertThat(cem.mutedTileOf("Bob")).isVisible();
        ada.media().awaitSilence(PICTURE);
        cem.media().awaitSilence(PICTURE);

        ChatPanel bobs = ChatPanel.open(bob).say("only here");
        ChatPanel.open(cem).await("The task", "only here");
        ChatPanel doras = ChatPanel.open(dora).say("and here");
        doras.await("The task", "and here");
        ChatPanel.of(ada).await("The task");

        bob.person()
                .page()
                .getByRole(AriaRole.BUTTON, named("stage.breakout.help"))
                .click();
        Page desk = ada.person().page();
        assertThat(desk.locator(".banner.calls").first())
                .containsText(Texts.text("stage.breakout.help.asked", "Bob", "Red"));
        desk.locator(".banner.calls")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Texts.text("stage.breakout.join")))
                .click();
        assertThat(desk.locator(".breakout-name")).hasText("Red");
        ada.media().awaitBack(PICTURE, 0, "Cem");
        ChatPanel.of(ada).await("The task", "only here");
        assertThat(bob.tileOf("Ada")).isVisible();

        ada.choose("Cem", "stage.breakout.move", "Blue");
        assertThat(cem.person().page().locator(".breakout-name")).hasText("Blue");
        cem.media().awaitBack(PICTURE, 0, "Dora", "Eve", "Finn");
        assertThat(dora.tileOf("Cem")).isVisible();
        finn.person().page().reload();
        finn.awaitInside();
        assertThat(finn.person().page().locator(".breakout-name")).hasText("Blue");

        Locator again = openDialog(ada);
        again.locator("#breakout-announce").fill("Please come to an end");
        again.locator("#breakout-announce").press("Enter");
        for (MeetingRoom room : all.subList(1, 6)) {
            assertThat(room.person().page().locator(".announcement")).hasText("Please come to an end");
        }
        press(again, "stage.breakout.close");
        desk.keyboard().press("Escape");
        for (MeetingRoom room : all) {
            assertThat(room.person().page().locator(".breakout-bar")).isHidden();
            assertThat(room.person().page().locator("article.tile")).hasCount(6);
        }
        ada.media().awaitBack(PICTURE, 0, "Cem", "Dora", "Eve", "Finn");
        ChatPanel.of(ada).await("The task");
        bobs.await("The task");
        assertThat(ada.mutedTileOf("Bob")).isVisible();
        for (MeetingRoom room : all.subList(0, 5)) {
            Page page = room.person().page();
            assertThat(page.evaluate("() => window.neverReloaded"))
                    .as("reloaded")
                    .isEqualTo(true);
            assertThat(page.evaluate("() => window.asked"))
                    .as("asked for devices")
                    .isEqualTo(0);
        }
        for (int i = 0; i < 5; i++) {
            // those that falter on a busy machine are replaced; a move that made all of them anew would make more
            assertThat(all.get(i).media().sample().peers())
                    .as("peer connections of %s", all.get(i).person().name())
                    .isBetween(peers.get(i), peers.get(i) + all.size() - 2);
            assertThat(all.get(i).person().uncaught()).isEmpty();
        }
    }

    @Test
    void peopleChooseTheirRoomAndTimeBringsThemBack() {
        Person adas = browsers.person("Ada");
        MeetingRoom ada = StartPage.open(adas, plenum).create("Studio").join();
        Person bobs = browsers.person("Bob");
        bobs.joinAt(ada.link());
        Page desk = adas.page();
        desk.keyboard().press("p");
        desk.locator(".breakout-box > button").click();
        Locator dialog = desk.getByRole(AriaRole.DIALOG);
        dialog.locator("#breakout-count").press("Enter");
        assertThat(dialog.locator(".breakout-rooms input").first()).hasValue(Texts.text("stage.breakout.name", "1"));
        dialog.locator("#breakout-choose").check();
        Looks.at(adas, "breakout-prepare");
        desk.setViewportSize(1280, 800);
        dialog.locator(".actions .primary").click();
        Page bob = bobs.page();
        bob.keyboard().press("p");
        bob.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions()
                                .setName(Texts.text("stage.breakout.join.one", Texts.text("stage.breakout.name", "2"))))
                .click();
        assertThat(bob.locator(".breakout-name")).hasText(Texts.text("stage.breakout.name", "2"));
        bob.getByRole(AriaRole.BUTTON, named("stage.breakout.help")).click();
        Looks.at(adas, "breakout-open");
        desk.setViewportSize(1280, 800);
        endIn(SOON, dialog);
        assertThat(bob.locator(".notices")).containsText(Texts.text("stage.breakout.ending"));
        // later again: however long it takes to look at them, the rooms stay
        endIn(LATER, dialog);
        desk.keyboard().press("Escape");
        assertThat(desk.locator(".banner.calls").first()).isVisible();
        Looks.at(adas, "breakout-moderator");
        Looks.at(bobs, "breakout-room");
        endIn(AT_ONCE, openDialog(ada));
        assertThat(bob.locator(".breakout-bar"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PICTURE.toMillis()));
        assertThat(bob.locator(".notices")).containsText(Texts.text("stage.breakout.now-back"));
    }

    @Test
    void roomsAreThereAgainAfterTheServerWasKilled() {
        MeetingRoom ada = StartPage.open(browsers.person("Ada"), plenum)
                .create("Workshop")
                .join();
        MeetingRoom bob = browsers.person("Bob").joinAt(ada.link());
        Locator dialog = openDialog(ada);
        dialog.locator("#breakout-count").press("Enter");
        assertThat(dialog.locator(".breakout-rooms input").first()).hasValue(Texts.text("stage.breakout.name", "1"));
        String room = Texts.text("stage.breakout.name", "2");
        assign(dialog, "Bob", room);
        press(dialog, "stage.breakout.open");
        ada.person().page().keyboard().press("Escape");
        assertThat(bob.person().page().locator(".breakout-name")).hasText(room);
        ChatPanel bobs = ChatPanel.open(bob).say("only here");
        bobs.await("only here");

        plenum.kill("wildfly");
        for (MeetingRoom each : List.of(ada, bob)) {
            Await.until(each.person().page(), "the page says so", PICTURE, each::connectionLost);
        }
        for (MeetingRoom each : List.of(ada, bob)) {
            Await.until(each.person().page(), "the page is connected", RETURN, () -> !each.connectionLost());
        }

        assertThat(bob.person().page().locator(".breakout-name")).hasText(room);
        assertThat(bob.person().page().locator("article.tile")).hasCount(1);
        assertThat(ada.person().page().locator("article.tile")).hasCount(1);
        bobs.await("only here");
        Locator again = openDialog(ada);
        assertThat(roomOf(again, "Bob").locator("option:checked")).hasText(room);
        press(again, "stage.breakout.close");
        ada.person().page().keyboard().press("Escape");
        ada.media().awaitBack(PICTURE, 0, "Bob");
        bob.media().awaitBack(PICTURE, 0, "Ada");
    }

    /** Sooner than anybody may choose, for nobody wants to wait for the shortest. */
    private static void endIn(Duration time, Locator dialog) {
        Locator minutes = dialog.locator("#breakout-minutes");
        minutes.evaluate("(select, end) => select.options[1].value = end", time.toSeconds() / 60.0);
        minutes.selectOption(new SelectOption().setIndex(1));
        press(dialog, "stage.breakout.change-end");
    }

    private static Locator openDialog(MeetingRoom room) {
        Page page = room.person().page();
        room.openPeople();
        page.locator(".breakout-box button:visible").first().click();
        return page.getByRole(AriaRole.DIALOG);
    }

    private static void press(Locator dialog, String key) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true))
                .click();
    }

    private static Locator roomOf(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(Texts.text("stage.breakout.room-of", name)));
    }

    private static void assign(Locator dialog, String name, String room) {
        roomOf(dialog, name).selectOption(new SelectOption().setLabel(room));
    }

    private static GetByRoleOptions named(String key) {
        return new GetByRoleOptions().setName(Texts.text(key)).setExact(true);
    }
}
