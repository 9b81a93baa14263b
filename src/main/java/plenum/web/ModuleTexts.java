package plenum.web;

import java.util.Collection;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the texts that browser code uses: those whose key is in a module, and those whose key begins like a template in it. {@code
 * 'stage.chat'} is the text of that key; {@code `stage.reaction.${reaction}`} are all texts whose keys begin with {@code stage.reaction.}.
 */
final class ModuleTexts {
    private static final Pattern KEY = Pattern.compile("['\"`](stage\\.[a-z0-9.-]*)(\\$?)");

    private final Set<String> keys = new TreeSet<>();
    private final Set<String> beginnings = new TreeSet<>();

    /** @param sources of the modules of a page, or of the part of one that comes at once */
    ModuleTexts(Collection<String> sources) {
        for (String source : sources) {
            Matcher found = KEY.matcher(source);
            while (found.find()) {
                (found.group(2).isEmpty() ? keys : beginnings).add(found.group(1));
            }
        }
    }

    /** The texts in one language. */
    SortedMap<String, String> in(ResourceBundle texts) {
        SortedMap<String, String> used = new TreeMap<>();
        for (String key : texts.keySet()) {
            if (keys.contains(key) || beginnings.stream().anyMatch(key::startsWith)) {
                used.put(key, texts.getString(key));
            }
        }
        return used;
    }
}
