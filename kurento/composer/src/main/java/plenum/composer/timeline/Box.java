package plenum.composer.timeline;

/** A place in the picture, in pixels; all even, as subsampled colours need it. */
public record Box(int x, int y, int width, int height) {}
