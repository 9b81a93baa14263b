package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An end-to-end encrypted meeting: whoever has the key sees, hears and reads; the server stores and passes on what it cannot read. */
@Tag("secrecy")
class SecrecyJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CANARY = "Kanarienvogel-7Qx2";
    private static final String MEETING = "Vertraulich-8Rz5";
    /** Bytes of pictures that are enough to see one, if one could. */
    private static final long TAPPED = 100_000;

    /** Of a sound: some seconds. */
    private static final long OVERHEARD = 20_000;

    private static final Duration REKEYED = Duration.ofSeconds(2);

    /** After a change the others get the new keys before they are used, as frame-cipher.js has it. */
    private static final Duration GRACE = Duration.ofMillis(200);

    /** Notes when somebody is removed, when the group has changed, and what is said aloud. */
    private static final String CLOCK = """
        (() => {
          window.told = { removed: [], changed: [], spoken: '' };
          const play = HTMLMediaElement.prototype.play;
          HTMLMediaElement.prototype.play = function () {
            if (this.src.includes('/sounds/encrypted-')) this.addEventListener('ended', () => (window.told.spoken = this.src));
            return play.call(this);
          };
          const Plain = window.WebSocket;
          window.WebSocket = class extends Plain {
            constructor(...parts) {
              super(...parts);
              this.addEventListener('message', ({ data }) => String(data).includes('secrecy-changed') && window.told.changed.push(Date.now()));
            }
            send(data) {
              if (String(data).includes('"type":"remove"')) window.told.removed.push(Date.now());
              super.send(data);
            }
          };
        })()\
        """;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void whoHasTheKeySeesHearsAndReads() throws IOException {
        Person ada = browsers.person("Ada");
        ada.page().addInitScript(CLOCK);
        MeetingRoom adas = StartPage.open(ada, plenum)
                .newMeeting()
                .openOptions()
                .encrypted()
                .create(MEETING)
                .join();
        String link = adas.link();
        assertThat(link).matches(".*/m/[a-z0-9]{18}#k=[A-Za-z0-9_-]{43}");
        Person bob = browsers.person("Bob");
        bob.page().addInitScript(CLOCK);
        MeetingRoom bobs = bob.joinAt(link);
        Person cem = browsers.person("Cem");
        cem.page().navigate(link.substring(0, link.indexOf('#')));
        PreJoin door = new PreJoin(cem).awaitMirror().fillName("Cem");
        door.joinButton().click();
        assertThat(refusal(cem)).hasText(Texts.text("stage.prejoin.key.empty"));
        cem.page().getByLabel(Texts.text("stage.prejoin.key")).fill("ein ganz anderer Schlüssel");
        door.joinButton().click();
        assertThat(refusal(cem)).hasText(Texts.text("stage.prejoin.key.wrong"));
        cem.page().getByLabel(Texts.text("stage.prejoin.key")).fill(link);
        MeetingRoom cems = door.join();

        adas.media().awaitSeenAndHeard(PATIENCE, "Bob", "Cem");
        bobs.media().awaitSeenAndHeard(PATIENCE, "Ada", "Cem");
        cems.media().awaitSeenAndHeard(PATIENCE, "Ada", "Bob");

        ChatPanel.open(adas).say(CANARY);
        ChatPanel.open(cems).await(CANARY);
        ChatPanel.open(bobs).say("Antwort " + CANARY);
        ChatPanel.of(adas).await(CANARY, "Antwort " + CANARY);

        assertThat((String) ada.page().evaluate("() => window.told.spoken"))
                .endsWith("/sounds/encrypted-" + ada.page().evaluate("() => document.documentElement.lang") + ".mp3");
        assertThat(pictures(ada)).isEqualTo(pictures(cem)).hasSize(4);
        adas.choose("Cem", "stage.moderate.remove");
        ada.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Texts.text("stage.remove.yes"))
                                .setExact(true))
                .click();
        assertThat(adas.tileOf("Cem")).hasCount(0);
        adas.media().awaitSeenAndHeard(PATIENCE, "Bob");
        Measured.print(
                "a person is removed until the others send with other keys", REKEYED, List.of(rekeyed(ada, bob)));
        ChatPanel.of(adas).say("Unter uns");
        ChatPanel.of(bobs).await(CANARY, "Antwort " + CANARY, "Unter uns");

        bobs.person().page().reload();
        MeetingRoom back = new MeetingRoom(bobs.person()).awaitInside();
        back.media().awaitSeenAndHeard(PATIENCE, "Ada");
        adas.media().awaitSeenAndHeard(PATIENCE, "Bob");
        ChatPanel.open(back).await(CANARY, "Antwort " + CANARY, "Unter uns");
        assertThat(ada.policyViolations()).isEmpty();
        assertThat(ada.uncaught()).isEmpty();

        BoardPanel board = BoardPanel.open(adas);
        board.tool("note").drag(200, 200, 201, 201).type(CANARY);
        assertThat(BoardPanel.of(back).awaitOpen().list()).containsText(CANARY);
        adas.leave();
        back.leave();
        theServerKnowsNothingOf(CANARY, link.substring(link.indexOf("#k=") + 3));
    }

    /** From the message that removes until all others have been told of the next step, and use it. */
    private static Duration rekeyed(Person moderator, Person other) {
        double removed = ((Number) moderator.page().evaluate("() => window.told.removed.at(-1)")).doubleValue();
        double changed = 0;
        for (Person person : List.of(moderator, other)) {
            double told = ((Number)
                            person.page().evaluate("(after) => window.told.changed.find((at) => at >= after)", removed))
                    .doubleValue();
            changed = Math.max(changed, told);
        }
        return Duration.ofMillis((long) (changed - removed)).plus(GRACE);
    }

    /** Neither its files nor the memory of its processes; the meeting's name is there, so that one could find it. */
    private void theServerKnowsNothingOf(String canary, String key) throws IOException {
        assertThat(plenum.filesWith(canary)).isEmpty();
        assertThat(plenum.filesWith(key)).isEmpty();
        List<byte[]> secrets = List.of(
                canary.getBytes(StandardCharsets.UTF_8),
                canary.getBytes(StandardCharsets.UTF_16LE),
                key.getBytes(StandardCharsets.UTF_8),
                Base64.getUrlDecoder().decode(key));
        for (ProcessHandle process : plenum.processes()) {
            for (byte[] secret : secrets) {
                assertThat(ProcessMemory.has(process, secret))
                        .as("%s has %s", process.info().command(), new String(secret, StandardCharsets.UTF_8))
                        .isFalse();
            }
        }
        assertThat(plenum.processes())
                .as("what is looked for is found")
                .anyMatch(process -> ProcessMemory.has(process, MEETING.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whoHasNoKeySeesNothingOfWhatTheServerPassesOn() {
        Signal red = new Signal("#e01010", 440);
        Person ada = browsers.person("Ada");
        red.of(ada);
        MeetingRoom open = StartPage.open(ada, plenum).create("Offen").join();
        RawTab outside = RawTab.join(browsers.person("Tap"), open.link());
        outside.watch(List.<String[]>of(new String[] {"Ada", "camera"}));
        Await.until(
                ada.page(), "the picture is red where nothing is encrypted", PATIENCE, () -> isRed(outside.picture(0)));

        MeetingRoom shut = StartPage.open(ada, plenum)
                .newMeeting()
                .openOptions()
                .encrypted()
                .create("Zu")
                .join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(shut.link());
        bobs.media().awaitSeenAndHeard(PATIENCE, "Ada");
        RawTab tap = RawTab.join(
                browsers.person("Tap"), shut.link().substring(0, shut.link().indexOf('#')));
        tap.watch(List.<String[]>of(new String[] {"Ada", "camera"}));
        Await.until(
                ada.page(),
                PATIENCE,
                () -> {
                    assertThat(isRed(tap.picture(0)))
                            .as("the picture of the tap")
                            .isFalse();
                    return tap.received().getOrDefault("0 video", 0L) > TAPPED;
                },
                () -> "the server passes on " + tap.received());
    }

    @Test
    void whoRulesTheMediaServerHearsNothing() {
        Signal tone = new Signal("#e01010", 440);
        Person ada = browsers.person("Ada");
        tone.of(ada);
        MeetingRoom open = StartPage.open(ada, plenum).create("Laut").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(open.link());
        bobs.media().awaitSeenAndHeard(PATIENCE, "Ada");
        ServerTap tap = new ServerTap(plenum);
        assertThat(tap.sounds(ada.page(), 2, OVERHEARD))
                .as("where nothing is encrypted, the tone is heard")
                .anyMatch(sound -> ServerTap.tone(ada.page(), sound, tone.hertz()) > 0.5);
        bobs.leave();

        MeetingRoom shut = StartPage.open(ada, plenum)
                .newMeeting()
                .openOptions()
                .encrypted()
                .create("Leise")
                .join();
        bobs = bobs.person().joinAt(shut.link());
        bobs.media().awaitSeenAndHeard(PATIENCE, "Ada");
        shut.media().awaitSeenAndHeard(PATIENCE, "Bob");
        assertThat(tap.sounds(ada.page(), 2, OVERHEARD))
                .noneMatch(sound -> ServerTap.tone(ada.page(), sound, tone.hertz()) > 0.1);
    }

    private static boolean isRed(@Nullable List<Number> picture) {
        return picture != null
                && picture.get(0).doubleValue() > 150
                && picture.get(1).doubleValue() < 80
                && picture.get(2).doubleValue() < 80;
    }

    @Test
    void whatIsFeltDrawnAndInsertedIsSeenByWhoHasTheKeyAlone() throws IOException {
        MeetingRoom adas = StartPage.open(browsers.person("Ada"), plenum)
                .newMeeting()
                .openOptions()
                .encrypted()
                .create("Skizze")
                .join();
        Person bob = browsers.person("Bob");
        List<String> sent = new CopyOnWriteArrayList<>();
        bob.page().onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(frame.text())));
        MeetingRoom bobs = bob.joinAt(adas.link());
        MeetingRoom cems = browsers.person("Cem").joinAt(adas.link());
        Page ada = adas.person().page();
        Page cem = cems.person().page();

        HandsJourney.react(bob, "stage.reaction.clap");
        assertThat(ada.locator(".reaction-emoji")).hasText("👏");

        adas.shareScreen();
        bobs.media().awaitScreen(PATIENCE, "Ada");
        cems.media().awaitScreen(PATIENCE, "Ada");
        InkJourney.draw(bobs, "Ada");
        BoundingBox tile = bobs.screenOf("Ada").boundingBox();
        InkJourney.square(bob.page(), tile.x + tile.width / 2, tile.y + tile.height / 2, 60);
        Await.until(cem, "the ink has come", PATIENCE, () -> InkJourney.middle(cem) != null);
        adas.stopSharing();

        BoardPanel bobsBoard = BoardPanel.open(bobs).insert(picture(Color.MAGENTA));
        BoardPanel adasBoard = BoardPanel.of(adas).awaitOpen();
        Await.until(ada, "the picture has come", PATIENCE, () -> adasBoard.shows(Color.MAGENTA));
        assertThat(bobsBoard.shows(Color.MAGENTA)).isTrue();

        assertThat(sent).anyMatch(frame -> frame.contains("ink-draw"));
        assertThat(sent)
                .noneMatch(frame ->
                        frame.contains("clap") || frame.contains("ink-draw") && !frame.contains("\"points\":[]"));
        assertThat(bob.uncaught()).isEmpty();
        assertThat(adas.person().uncaught()).isEmpty();
    }

    private static FilePayload picture(Color color) throws IOException {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return new FilePayload("picture.png", "image/png", out.toByteArray());
    }

    @Test
    void aKeyCanBeToldByVoiceAndAnOldBrowserIsToldSo() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum)
                .newMeeting()
                .openOptions()
                .encrypted()
                .withKeyPhrase("korrekt pferd batterie")
                .create("Am Telefon")
                .join();
        String link = adas.link();
        String bare = link.substring(0, link.indexOf('#'));
        Person bob = browsers.person("Bob");
        bob.page().navigate(bare);
        bob.page().getByLabel(Texts.text("stage.prejoin.key")).fill("Korrekt Pferd Batterie");
        MeetingRoom bobs = new PreJoin(bob).join();
        bobs.media().awaitSeenAndHeard(PATIENCE, "Ada");

        Person eve = browsers.person("Eve");
        eve.page().addInitScript("delete window.RTCRtpScriptTransform");
        eve.page().navigate(link);
        assertThat(eve.page().getByText(Texts.text("stage.prejoin.encrypted.unsupported")))
                .isVisible();
        assertThat(new PreJoin(eve).joinButton()).isDisabled();
    }

    private static Locator refusal(Person person) {
        return person.page().locator("#prejoin-key-refusal");
    }

    /** The names of the four pictures that are compared. */
    private static List<String> pictures(Person person) {
        Page page = person.page();
        page.locator(".lock-badge").click();
        Locator pictures = page.locator(".secrecy-pictures li");
        pictures.first().waitFor();
        List<String> names = pictures.allInnerTexts();
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.DIALOG).waitFor(Browsers.gone());
        return names;
    }
}
