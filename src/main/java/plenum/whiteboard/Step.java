package plenum.whiteboard;

import org.jspecify.annotations.Nullable;

/**
 * A change of one element: its body, which says what it is, and its place, which says where it lies and how it looks.
 *
 * @param page on which the element lies; the elements of page 0 are the pages themselves
 * @param body null: stays as it is
 * @param place null: stays as it is; the element is deleted when both are null
 */
public record Step(
        String element,
        int page,
        @Nullable String body,
        @Nullable String place) {
    boolean deletes() {
        return body == null && place == null;
    }

    int characters() {
        return element.length() + length(body) + length(place);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
