package plenum.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Five hundred texts that run {@code xss(n)}, n being the number of each, wherever somebody takes text for HTML, an attribute, a script,
 * a style or an address. Each fits into a name.
 */
final class ScriptPayloads {

    /** What may have to be left before markup is read as such. */
    private static final List<String> WAYS_OUT = List.of(
            "",
            "\"",
            "'",
            "`",
            ">",
            "\">",
            "'>",
            "</a>",
            "</p>",
            "</title>",
            "</style>",
            "</script>",
            "</textarea>",
            "</noscript>",
            "-->",
            "]]>",
            "\\\"",
            "{{1}}",
            "\u202e",
            "\ufeff<");

    private static final List<String> RUNS = List.of(
            "<script>xss(%d)</script>",
            "<ScRiPt>xss(%d)</sCrIpT>",
            "<script/x>xss(%d)</script>",
            "<img src=x onerror=xss(%d)>",
            "<img/src=x/onerror=xss(%d)>",
            "<svg onload=xss(%d)>",
            "<svg><script>xss(%d)</script></svg>",
            "<svg><animate onbegin=xss(%d)>",
            "<math><a href=javascript:xss(%d)>m",
            "<body onload=xss(%d)>",
            "<details open ontoggle=xss(%d)>",
            "<input autofocus onfocus=xss(%d)>",
            "<video><source onerror=xss(%d)>",
            "<iframe src=javascript:xss(%d)>",
            "<iframe srcdoc='<svg onload=xss(%d)>'>",
            "<object data=javascript:xss(%d)>",
            "<a href=javascript:xss(%d)>a</a>",
            "javascript:xss(%d)",
            "https://example.org/\"onmouseover=xss(%d)",
            "&lt;script&gt;xss(%d)&lt;/script&gt;",
            "<b onmouseover=xss(%d)>b",
            " onfocus=xss(%d) autofocus x=",
            "${xss(%d)}",
            "#{xss(%d)}",
            "<style>@import 'javascript:xss(%d)'</style>");

    private ScriptPayloads() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String run : RUNS) {
            for (String out : WAYS_OUT) {
                all.add(out + run.formatted(all.size() + 1));
            }
        }
        return List.copyOf(all);
    }

    /** One of seven, so that each kind comes in several ways. */
    static List<String> some() {
        List<String> all = all();
        return IntStream.iterate(0, index -> index < all.size(), index -> index + 7)
                .mapToObj(all::get)
                .toList();
    }

    /** The first of each kind. */
    static List<String> ofEachKind() {
        List<String> all = all();
        return IntStream.range(0, RUNS.size())
                .mapToObj(kind -> all.get(kind * WAYS_OUT.size()))
                .toList();
    }
}
