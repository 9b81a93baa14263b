package plenum.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.platform.Settings;
import plenum.protocol.ChatMessages;
import plenum.protocol.ChatMessages.ChatEntry;
import plenum.protocol.ChatMessages.ChatQuote;

/** Converts stored chat messages to messages of the wire. Pure functions. */
final class ChatWire {
    private ChatWire() {}

    static ChatEntry entry(ChatMessage message) {
        ChatMessage.Party to = message.to();
        ChatMessage.Quote quote = message.quote();
        return new ChatEntry(
                message.id(),
                message.sender().id().toString(),
                message.sender().name(),
                message.sentAt().toEpochMilli(),
                message.text(),
                to == null ? null : to.id().toString(),
                to == null ? null : to.name(),
                quote == null ? null : new ChatQuote(quote.id(), quote.name(), quote.text()),
                message.edited(),
                removal(message.removed()),
                message.key(),
                message.room() == null ? null : message.room().toString());
    }

    /** @param found oldest first, one more than a page if there are older ones */
    static ChatMessages.ChatPage page(List<ChatMessage> found, @Nullable Long before, Settings.Talk settings) {
        int first = found.size();
        int characters = 0;
        while (first > 0 && found.size() - first < ChatTopic.PAGE && characters < ChatTopic.PAGE_CHARACTERS) {
            first--;
            characters += found.get(first).text().length();
        }
        return new ChatMessages.ChatPage(
                found.subList(first, found.size()).stream().map(ChatWire::entry).toList(),
                before,
                first > 0,
                settings.privateMessages(),
                (int) settings.kept().toHours());
    }

    private static ChatMessages.@Nullable Removal removal(ChatMessage.@Nullable Removal removed) {
        return switch (removed) {
            case null -> null;
            case SENDER -> ChatMessages.Removal.SENDER;
            case MODERATOR -> ChatMessages.Removal.MODERATOR;
        };
    }
}
