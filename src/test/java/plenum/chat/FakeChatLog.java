package plenum.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.chat.ChatMessage.Quote;

/** Messages in memory, until it is told to fail. */
public final class FakeChatLog implements ChatLog {
    final List<ChatMessage> messages = new ArrayList<>();
    boolean away;
    int asked;
    /** When breakout rooms were opened. */
    @Nullable
    Instant openedAt;

    @Override
    public Appended append(NewMessage message) {
        answer();
        Optional<ChatMessage> before = messages.stream()
                .filter(stored ->
                        stored.isFrom(message.sender().id()) && stored.key().equals(message.key()))
                .findFirst();
        if (before.isPresent()) {
            return new Appended(before.get(), false);
        }
        Quote quote = message.replyTo() == null
                ? null
                : find(message.meeting(), message.replyTo())
                        .map(stored -> new Quote(stored.id(), stored.sender().name(), stored.text()))
                        .orElse(null);
        ChatMessage stored = new ChatMessage(
                messages.size() + 1,
                message.meeting(),
                message.sender(),
                message.key(),
                message.text(),
                message.to(),
                quote,
                message.sentAt(),
                false,
                null,
                message.room());
        messages.add(stored);
        return new Appended(stored, true);
    }

    @Override
    public Optional<ChatMessage> find(UUID meeting, long id) {
        answer();
        return messages.stream()
                .filter(stored -> stored.id() == id && stored.meeting().equals(meeting))
                .findFirst();
    }

    @Override
    public void replace(ChatMessage message) {
        answer();
        messages.set((int) message.id() - 1, message);
    }

    @Override
    public List<ChatMessage> page(UUID meeting, Reader reader, @Nullable Long before, int most) {
        answer();
        List<ChatMessage> readable = messages.stream()
                .filter(stored -> stored.meeting().equals(meeting)
                        && isThere(stored, reader)
                        && stored.isReadableBy(reader)
                        && (before == null || stored.id() < before))
                .toList();
        return readable.subList(Math.max(0, readable.size() - most), readable.size());
    }

    /** As the database does it: what the main room said before is known in breakout rooms. */
    private boolean isThere(ChatMessage stored, Reader reader) {
        return Objects.equals(stored.room(), reader.room())
                || (stored.room() == null && openedAt != null && stored.sentAt().isBefore(openedAt));
    }

    @Override
    public List<ChatMessage> toAll(UUID meeting, Instant from, Instant to, int most) {
        answer();
        return messages.stream()
                .filter(stored -> stored.meeting().equals(meeting)
                        && stored.to() == null
                        && stored.room() == null
                        && stored.removed() == null
                        && !stored.sentAt().isBefore(from)
                        && !stored.sentAt().isAfter(to))
                .limit(most)
                .toList();
    }

    @Override
    public int forget(Instant before) {
        answer();
        return 0;
    }

    private void answer() {
        asked++;
        if (away) {
            throw new IllegalStateException("the database is away");
        }
    }
}
