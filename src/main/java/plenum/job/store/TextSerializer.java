package plenum.job.store;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Data are text in UTF-8. Java's own serialisation, the default, would run what somebody put into the database. */
final class TextSerializer implements Serializer {
    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
        return stored == null ? null : type.cast(new String(stored, StandardCharsets.UTF_8));
    }
}
