package plenum.account;

import java.util.Set;

/**
 * How somebody likes Plenum to look and sound, in every browser in which they are signed in.
 *
 * @param appearance light, dark, or as the device is set
 * @param silent names of the sounds that are switched off
 */
public record Taste(String appearance, Set<String> silent) {
    public Taste {
        silent = Set.copyOf(silent);
    }
}
