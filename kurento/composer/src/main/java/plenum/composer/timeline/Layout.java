package plenum.composer.timeline;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How people and screens are laid out. A shared screen is always large. */
public enum Layout {
    /** Who speaks is large, others are in a strip. */
    @JsonProperty("speaker")
    SPEAKER,
    /** All are alike. */
    @JsonProperty("grid")
    GRID,
    /** The screen with who speaks, nobody else; without a screen who speaks. */
    @JsonProperty("presentation")
    PRESENTATION
}
