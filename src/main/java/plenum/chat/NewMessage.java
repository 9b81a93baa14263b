package plenum.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chat message that is not stored yet.
 *
 * @param room breakout room in which it was written; null: the main room
 */
public record NewMessage(
        UUID meeting,
        ChatMessage.Party sender,
        String key,
        String text,
        ChatMessage.@Nullable Party to,
        @Nullable Long replyTo,
        @Nullable UUID room,
        Instant sentAt) {}
