package plenum.composer.timeline;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a track shows. */
public enum Source {
    @JsonProperty("camera")
    CAMERA,
    @JsonProperty("screen")
    SCREEN
}
