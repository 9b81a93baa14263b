package plenum.account;

import jakarta.servlet.http.HttpServletRequest;
import plenum.platform.ClientAddress;
import plenum.platform.Settings;

/**
 * The origin of a try to sign in.
 *
 * @param address network address, as throttles count it
 * @param device the browser, in words
 */
record Visit(String address, String device) {
    static Visit of(HttpServletRequest request, Settings settings) {
        String address =
                ClientAddress.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"), settings.proxies());
        return new Visit(address, DeviceName.of(request.getHeader("User-Agent")));
    }

    /** Addresses belong in no log. */
    @Override
    public String toString() {
        return "visit";
    }
}
