package plenum.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The page of ours to return to after signing in. It is a parameter of an address and can be forged: a path that could lead to another
 * site, or to signing in again, is replaced by the start page.
 *
 * @param text begins with one slash, without the context's path
 */
record ReturnPath(String text) {
    static final ReturnPath START = new ReturnPath("/");
    private static final int LONGEST = 500;

    static ReturnPath parse(@Nullable String text) {
        return text != null && isOurs(text) ? new ReturnPath(text) : START;
    }

    private static boolean isOurs(String text) {
        return text.length() <= LONGEST
                && text.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\\"<>]]*")
                && !text.matches("/(sign-in|sign-out|link|preferences)\\b.*");
    }

    /** Where a request wanted to go; of a form, its page. */
    static ReturnPath of(HttpServletRequest request) {
        String path = request.getRequestURI()
                .substring(request.getContextPath().length())
                .replaceFirst(";.*", "");
        String query = request.getQueryString();
        boolean page = "GET".equals(request.getMethod());
        return parse(page && query != null ? path + "?" + query : path);
    }

    /** For an address' parameter. */
    String escaped() {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String under(String contextPath) {
        return contextPath + text;
    }
}
