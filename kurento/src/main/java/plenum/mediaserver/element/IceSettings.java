package plenum.mediaserver.element;

/** ICE properties that are stored and have no effect: an ICE-lite server uses no STUN or TURN server. */
final class IceSettings {
    private static final int STUN_PORT = 3478;

    private String networkInterfaces = "";
    private boolean iceTcp = true;
    private String stunServerAddress = "";
    private int stunServerPort = STUN_PORT;
    private String turnUrl = "";
    private String externalIpv4 = "";
    private String externalIpv6 = "";

    String networkInterfaces() {
        return networkInterfaces;
    }

    void networkInterfaces(String names) {
        networkInterfaces = names;
    }

    boolean iceTcp() {
        return iceTcp;
    }

    void iceTcp(boolean on) {
        iceTcp = on;
    }

    String stunServerAddress() {
        return stunServerAddress;
    }

    void stunServerAddress(String address) {
        stunServerAddress = address;
    }

    int stunServerPort() {
        return stunServerPort;
    }

    void stunServerPort(int port) {
        stunServerPort = port;
    }

    String turnUrl() {
        return turnUrl;
    }

    void turnUrl(String url) {
        turnUrl = url;
    }

    String externalIpv4() {
        return externalIpv4;
    }

    void externalIpv4(String address) {
        externalIpv4 = address;
    }

    String externalIpv6() {
        return externalIpv6;
    }

    void externalIpv6(String address) {
        externalIpv6 = address;
    }
}
