package plenum.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often one socket may send a message: {@code burst} at once, then {@code perMinute}. What is more has no effect and is answered with
 * {@code failed} {@code throttled}. Enough for whoever uses the tab as fast as they can; the less the more a message costs: what is told to
 * everybody, written to the database or asked of a media server takes milliseconds.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rate {
    int burst();

    int perMinute();
}
