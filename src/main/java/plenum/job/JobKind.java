package plenum.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import java.util.function.Function;

/**
 * The name of a kind of job in the database, and the conversion of its data to text. Both outlive a release: data that an older release
 * wrote must still be readable.
 *
 * @param name lower case, such as {@code mail-send}
 */
public record JobKind<T>(String name, Function<T, String> write, Function<String, T> read) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static JobKind<String> ofText(String name) {
        return new JobKind<>(name, Function.identity(), Function.identity());
    }

    public static JobKind<UUID> ofId(String name) {
        return new JobKind<>(name, UUID::toString, UUID::fromString);
    }

    /** @param type a record of texts, numbers and lists of these */
    public static <T> JobKind<T> ofJson(String name, Class<T> type) {
        return new JobKind<>(name, JobKind::toJson, text -> fromJson(text, type));
    }

    private static String toJson(Object data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a job's data cannot be written as JSON", e);
        }
    }

    private static <T> T fromJson(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a job's data cannot be read as " + type.getSimpleName(), e);
        }
    }
}
