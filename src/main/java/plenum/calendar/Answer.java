package plenum.calendar;

import java.util.Arrays;
import java.util.Optional;

/** What somebody said to an invitation (RFC 5545 section 3.2.12). */
public enum Answer {
    NONE("NEEDS-ACTION"),
    YES("ACCEPTED"),
    MAYBE("TENTATIVE"),
    NO("DECLINED");

    private final String partStat;

    /** As a form sends it; empty when it is none. */
    static Optional<Answer> parse(String text) {
        return Arrays.stream(values())
                .filter(answer -> answer.name().equals(text))
                .findFirst();
    }

    /** As a file has it; what is none of them counts as none. */
    static Answer ofPartStat(String text) {
        return Arrays.stream(values())
                .filter(answer -> answer.partStat.equalsIgnoreCase(text))
                .findFirst()
                .orElse(NONE);
    }

    Answer(String partStat) {
        this.partStat = partStat;
    }

    /** As it stands in a file. */
    public String partStat() {
        return partStat;
    }
}
