package plenum.chat.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.BasicTypeReference;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;
import plenum.chat.ChatLog;
import plenum.chat.ChatMessage;
import plenum.chat.ChatMessage.Party;
import plenum.chat.ChatMessage.Quote;
import plenum.chat.NewMessage;
import plenum.chat.Reader;

/** Chat messages in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredChatLog implements ChatLog {

    private static final String IN_A_ROOM = "(m.room = :room or (m.room is null and m.sentAt <"
            + " (select b.openedAt from BreakoutRow b where b.meetingId = :meeting)))";

    private static final String APPEND = """
            insert into chat_message
                (meeting_id, sender, sender_name, key, text, recipient, recipient_name, reply_to, room, sent_at)
            values
                (:meeting, :sender, :senderName, :key, :text, :recipient, :recipientName, :replyTo, :room, :sentAt)
            on conflict on constraint chat_message_once do nothing
            returning id""";

    @PersistenceContext
    EntityManager entities;

    /**
     * One statement, and the last one, so that it needs no transaction around it, because this is what is stored most often. The query after
     * it is for those who did not see that they were heard.
     */
    @Override
    @Transactional(TxType.SUPPORTS)
    public Appended append(NewMessage message) {
        Long replyTo = message.replyTo();
        Quote quote = replyTo == null ? null : quotes(List.of(replyTo)).get(replyTo);
        List<Long> stored = entities.createNativeQuery(APPEND, Long.class)
                .setParameter("meeting", message.meeting())
                .setParameter("sender", message.sender().id())
                .setParameter("senderName", message.sender().name())
                .setParameter("key", message.key())
                .setParameter("text", message.text())
                .setParameter("recipient", typed(StandardBasicTypes.UUID, id(message.to())))
                .setParameter("recipientName", typed(StandardBasicTypes.STRING, name(message.to())))
                .setParameter("replyTo", typed(StandardBasicTypes.LONG, message.replyTo()))
                .setParameter("room", typed(StandardBasicTypes.UUID, message.room()))
                .setParameter("sentAt", message.sentAt())
                .getResultList();
        if (stored.isEmpty()) {
            return new Appended(find(message.sender().id(), message.key()), false);
        }
        return new Appended(new ChatMessageRow(stored.getFirst(), message).toMessage(quote), true);
    }

    private ChatMessage find(UUID sender, String key) {
        return complete(entities.createQuery(
                                "select m from ChatMessageRow m where m.sender = :sender and m.key = :key",
                                ChatMessageRow.class)
                        .setParameter("sender", sender)
                        .setParameter("key", key)
                        .getResultList())
                .getFirst();
    }

    /** With its type, which null cannot tell. */
    private static <T> TypedParameterValue<T> typed(BasicTypeReference<T> type, @Nullable T value) {
        return new TypedParameterValue<>(type, value);
    }

    private static @Nullable UUID id(@Nullable Party party) {
        return party == null ? null : party.id();
    }

    private static @Nullable String name(@Nullable Party party) {
        return party == null ? null : party.name();
    }

    @Override
    public Optional<ChatMessage> find(UUID meeting, long id) {
        ChatMessageRow row = entities.find(ChatMessageRow.class, id);
        return row == null || !row.meetingId.equals(meeting)
                ? Optional.empty()
                : Optional.of(complete(List.of(row)).getFirst());
    }

    @Override
    public void replace(ChatMessage message) {
        ChatMessageRow row = entities.find(ChatMessageRow.class, message.id());
        if (row != null) {
            row.text = message.text();
            row.edited = message.edited();
            row.removed = message.removed();
        }
    }

    @Override
    public List<ChatMessage> page(UUID meeting, Reader reader, @Nullable Long before, int most) {
        UUID room = reader.room();
        TypedQuery<ChatMessageRow> query = entities.createQuery(
                        "select m from ChatMessageRow m where m.meetingId = :meeting and m.id < :before"
                                + " and (m.recipient is null or m.recipient = :reader or m.sender = :reader) and "
                                + (room == null ? "m.room is null" : IN_A_ROOM)
                                + " order by m.id desc",
                        ChatMessageRow.class)
                .setParameter("meeting", meeting)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setParameter("reader", reader.id());
        if (room != null) {
            query.setParameter("room", room);
        }
        List<ChatMessageRow> newestFirst = query.setMaxResults(most).getResultList();
        return complete(newestFirst.reversed());
    }

    @Override
    public List<ChatMessage> toAll(UUID meeting, Instant from, Instant to, int most) {
        return complete(entities.createQuery(
                        "select m from ChatMessageRow m where m.meetingId = :meeting and m.recipient is null"
                                + " and m.room is null and m.removed is null and m.sentAt between :from and :to"
                                + " order by m.id",
                        ChatMessageRow.class)
                .setParameter("meeting", meeting)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(most)
                .getResultList());
    }

    @Override
    public int forget(Instant before) {
        return entities.createQuery("delete from ChatMessageRow m where m.sentAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private List<ChatMessage> complete(Collection<ChatMessageRow> rows) {
        Map<Long, Quote> quotes = quotes(
                rows.stream().map(row -> row.replyTo).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> row.toMessage(row.replyTo == null ? null : quotes.get(row.replyTo)))
                .toList();
    }

    /** The answered messages in their current state, by id. */
    private Map<Long, Quote> quotes(List<Long> answered) {
        return answered.isEmpty()
                ? Map.of()
                : entities
                        .createQuery("select m from ChatMessageRow m where m.id in :ids", ChatMessageRow.class)
                        .setParameter("ids", answered)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> row.id, ChatMessageRow::toQuote));
    }
}
