package plenum.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often one socket may send a message: {@code burst} at once, then {@code perMinute}. Further ones have no effect and are answered with
 * {@code failed} {@code throttled}. The limits allow the fastest use by hand; messages that are sent to everybody, written to the database
 * or forwarded to a media server have lower ones, because each costs milliseconds.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rate {
    int burst();

    int perMinute();
}
