package plenum.platform;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A network address, or a network in CIDR notation: {@code 10.1.0.0/16} (RFC 4632 section 3.1).
 *
 * @param start of the address, in hexadecimal digits
 * @param bits how many bits of it count
 */
public record AddressRange(String start, int bits) {

    /** Empty when it is neither an address nor a network. */
    public static Optional<AddressRange> parse(String text) {
        String[] parts = text.split("/", -1);
        Optional<InetAddress> address = NetworkAddress.parse(parts[0]);
        if (address.isEmpty() || parts.length > 2) {
            return Optional.empty();
        }
        int all = 8 * address.get().getAddress().length;
        if (parts.length == 1) {
            return Optional.of(new AddressRange(hex(address.get()), all));
        }
        return Optional.of(parts[1])
                .filter(bits -> bits.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(bits -> bits <= all)
                .map(bits -> new AddressRange(hex(address.get()), bits));
    }

    /** Whether it holds this address; not when that is none. */
    public boolean contains(String text) {
        return NetworkAddress.parse(text).filter(this::contains).isPresent();
    }

    public boolean contains(InetAddress address) {
        byte[] ours = HexFormat.of().parseHex(start);
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static String hex(InetAddress address) {
        return HexFormat.of().formatHex(address.getAddress());
    }
}
