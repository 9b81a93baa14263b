package plenum.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The chat of a running meeting, as one person sees it. */
final class ChatPanel {

    private static final Duration DELIVERY = Duration.ofSeconds(60);

    private final Page page;
    private final Locator chat;

    private ChatPanel(MeetingRoom room) {
        this.page = room.person().page();
        this.chat = page.locator("plenum-chat");
    }

    /** Of somebody who need not have it open. */
    static ChatPanel of(MeetingRoom room) {
        return new ChatPanel(room);
    }

    static ChatPanel open(MeetingRoom room) {
        ChatPanel panel = new ChatPanel(room);
        panel.page.keyboard().press("c");
        panel.field().waitFor();
        return panel;
    }

    void close() {
        page.keyboard().press("Escape");
        chat.waitFor(Browsers.gone());
    }

    /** What is on the chat's button: how many are unread; empty when none are. */
    String badge() {
        String count = page.locator("[aria-keyshortcuts=C]").getAttribute("data-count");
        return count == null ? "" : count;
    }

    ChatPanel say(String text) {
        field().fill(text);
        field().press("Enter");
        return this;
    }

    void sayTo(String name, String text) {
        recipient().selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(name));
        say(text);
        recipient()
                .selectOption(new com.microsoft.playwright.options.SelectOption()
                        .setLabel(Texts.text("stage.chat.everyone")));
    }

    /** What stands in the log, in its order. */
    List<String> texts() {
        return chat.locator("[role=log] .message-text").allTextContents();
    }

    void await(String... texts) {
        List<String> wanted = List.of(texts);
        Await.until(page, DELIVERY, () -> texts().equals(wanted), () -> wanted + " instead of " + texts());
    }

    /** Whether the latest message is wholly in view. */
    boolean isAtEnd() {
        return (boolean) chat.locator(".chat-scroller")
                .evaluate("(list) => list.scrollHeight - list.scrollTop - list.clientHeight < 2");
    }

    /** The message that says this itself, not one that answers it. */
    Locator message(String text) {
        Locator words = page.locator(".message-text", new Page.LocatorOptions().setHasText(text));
        return chat.locator("[role=log] .message").filter(new Locator.FilterOptions().setHas(words));
    }

    Locator waiting() {
        return chat.locator(".pending .message");
    }

    Locator field() {
        return chat.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(Texts.text("stage.chat.write")));
    }

    Locator recipient() {
        return chat.locator(".composer-to select");
    }

    /** Presses a button that a message shows while somebody points at it. */
    void act(String message, String key) {
        message(message).hover();
        button(message(message), key).click();
    }

    void confirm(String message) {
        button(message(message), "stage.chat.delete").click();
    }

    void pickEmoji(String emoji) {
        button(chat, "stage.chat.emoji").click();
        chat.locator(".emoji-grid")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(emoji).setExact(true))
                .click();
    }

    String export() {
        var download = page.waitForDownload(
                () -> button(page.locator("plenum-dock"), "stage.chat.export").click());
        try (var content = download.createReadStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Locator button(Locator within, String key) {
        return within.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true));
    }
}
