package plenum.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The most characters (code points, after trimming) of a text, or of each text of a list. Without it: {@value #ID}. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Most {
    /** For identifiers, keys and names of layouts. */
    int ID = 64;

    int value();
}
