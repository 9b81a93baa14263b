package plenum.chat.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.chat.ChatMessage;
import plenum.chat.ChatMessage.Party;
import plenum.chat.NewMessage;

/** A row of {@code chat_message}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "chat_message")
class ChatMessageRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID meetingId;
    UUID sender;
    String senderName;
    String key;
    String text;
    UUID recipient;
    String recipientName;
    Long replyTo;
    UUID room;
    Instant sentAt;
    boolean edited;

    @Enumerated(EnumType.STRING)
    ChatMessage.Removal removed;

    protected ChatMessageRow() {
        // for Hibernate
    }

    ChatMessageRow(long id, NewMessage message) {
        this.id = id;
        this.meetingId = message.meeting();
        this.sender = message.sender().id();
        this.senderName = message.sender().name();
        this.key = message.key();
        this.text = message.text();
        this.recipient = message.to() == null ? null : message.to().id();
        this.recipientName = message.to() == null ? null : message.to().name();
        this.replyTo = message.replyTo();
        this.room = message.room();
        this.sentAt = message.sentAt();
    }

    ChatMessage toMessage(ChatMessage.Quote quote) {
        return new ChatMessage(
                id,
                meetingId,
                new Party(sender, senderName),
                key,
                text,
                recipient == null ? null : new Party(recipient, recipientName),
                quote,
                sentAt,
                edited,
                removed,
                room);
    }

    /** As much as fits over an answer. */
    ChatMessage.Quote toQuote() {
        int end = Math.min(160, text.codePointCount(0, text.length()));
        return new ChatMessage.Quote(id, senderName, text.substring(0, text.offsetByCodePoints(0, end)));
    }
}
