package plenum.e2e;

import com.microsoft.playwright.Page;

/** The transports that media of a page may take. */
enum Ways {
    /**
     * Everybody's, unless a journey wants something else. A browser reaches a server on loopback by UDP from the loopback network alone, by TCP
     * from all of them; it takes others for cheaper, and would prefer TCP for that reason.
     */
    UDP("tcp"),
    /** As behind a firewall that lets no UDP through. */
    TCP("udp"),
    /** Whatever the browser prefers. */
    ALL("none");

    /** A browser that knows no candidate of the server's tries none; a server that hears of none could not either. */
    private static final String WITHOUT = """
            (() => {
              const closed = /candidate:\\S+ \\d+ PROTOCOL /i;
              const open = (sdp) => sdp.split('\\r\\n').filter((line) => !closed.test(line)).join('\\r\\n');
              const { addIceCandidate, setRemoteDescription } = RTCPeerConnection.prototype;
              RTCPeerConnection.prototype.addIceCandidate = async function (init) {
                return closed.test(init?.candidate ?? '') ? undefined : addIceCandidate.call(this, init);
              };
              RTCPeerConnection.prototype.setRemoteDescription = async function ({ type, sdp }) {
                return setRemoteDescription.call(this, { type, sdp: open(sdp) });
              };
              const send = WebSocket.prototype.send;
              WebSocket.prototype.send = function (text) {
                if (typeof text !== 'string' || !closed.test(text)) return send.call(this, text);
                const message = JSON.parse(text);
                if (message.candidate) return undefined;
                message.offer = open(message.offer);
                return send.call(this, JSON.stringify(message));
              };
            })()""";

    private final String closed;

    Ways(String closed) {
        this.closed = closed;
    }

    /** For a page that has not been opened yet. */
    void of(Page page) {
        page.addInitScript(WITHOUT.replace("PROTOCOL", closed));
    }
}
