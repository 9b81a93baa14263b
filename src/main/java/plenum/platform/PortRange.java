package plenum.platform;

/** Ports from the first to the last, both included; written as {@code 20000-20015}, or as one number. */
public record PortRange(int first, int last) {
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
