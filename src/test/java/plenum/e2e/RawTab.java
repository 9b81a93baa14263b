package plenum.e2e;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A participant whose browser runs none of our code: speaks the protocol by itself, publishes camera and microphone under any name, and obeys
 * nothing. What it receives is counted by the browser, in bytes of RTP payload for each slot.
 */
final class RawTab {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String JOIN = """
            async ([letters, name]) => {
              const socket = new WebSocket(`ws://${location.host}/ws/meetings/${letters}`);
              const peers = new Map();
              const tab = { self: null, epoch: 0, iceServers: [], people: new Map(), failures: [], ready: false };
              window.rawTab = tab;
              tab.say = (message) => socket.send(JSON.stringify(message));
              const follow = (person) => tab.people.set(person.id, person);
              const candidate = (peer, { candidate, mid, line }) => peer?.addIceCandidate({ candidate, sdpMid: mid, sdpMLineIndex: line }).catch(() => undefined);
              const heard = {
                welcome: (m) => { Object.assign(tab, { self: m.self, epoch: m.epoch, iceServers: m.iceServers, ready: m.mediaAvailable }); m.participants.forEach(follow); },
                'media-reset': (m) => Object.assign(tab, { epoch: m.epoch, ready: m.available }),
                'board-state': (m) => { tab.board = m.board; },
                'participant-joined': (m) => follow(m.participant),
                'participant-changed': (m) => follow(m.participant),
                failed: (m) => tab.failures.push(`${m.code} ${m.about}`),
                published: (m) => peers.get(m.source)?.setRemoteDescription({ type: 'answer', sdp: m.answer }).catch(() => undefined),
                receiving: (m) => peers.get(m.slot)?.setRemoteDescription({ type: 'answer', sdp: m.answer }),
                'publish-candidate': (m) => candidate(peers.get(m.source), m.candidate),
                'slot-candidate': (m) => candidate(peers.get(m.slot), m.candidate),
              };
              const open = async (key, ask, about, prepare) => {
                peers.get(key)?.close();
                const peer = new RTCPeerConnection({ iceServers: tab.iceServers });
                peers.set(key, peer);
                peer.onicecandidate = ({ candidate: found }) => found?.candidate && tab.say({ ...about, type: `${ask === 'publish' ? 'publish' : 'slot'}-candidate`, epoch: tab.epoch,
                  candidate: { candidate: found.candidate, mid: found.sdpMid, line: found.sdpMLineIndex } });
                prepare(peer);
                await peer.setLocalDescription();
                tab.say({ ...about, type: ask, epoch: tab.epoch, offer: peer.localDescription.sdp });
              };
              tab.publish = async (source) => {
                const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 360 } });
                await open(source, 'publish', { source }, (peer) => ['audio', 'video'].forEach((kind) =>
                  peer.addTransceiver(stream.getTracks().find((track) => track.kind === kind), { direction: 'sendonly' })));
              };
              tab.receive = (slot) => open(slot, 'receive', { slot }, (peer) => ['audio', 'video'].forEach((kind) => peer.addTransceiver(kind, { direction: 'recvonly' })));
              tab.received = async () => {
                const counts = {};
                for (const [key, peer] of peers) {
                  if (typeof key !== 'number') continue;
                  for (const stat of (await peer.getStats()).values()) {
                    if (stat.type === 'inbound-rtp') counts[`${key} ${stat.kind}`] = stat.bytesReceived;
                  }
                }
                return JSON.stringify(counts);
              };
              tab.picture = async (slot) => {
                const peer = peers.get(slot);
                const track = peer.getReceivers().find((receiver) => receiver.track.kind === 'video').track;
                tab.video ??= Object.assign(document.createElement('video'), { muted: true, autoplay: true, srcObject: new MediaStream([track]) });
                void tab.video.play().catch(() => undefined);
                if (!tab.video.videoWidth) return null;
                const canvas = Object.assign(document.createElement('canvas'), { width: 16, height: 9 });
                const paint = canvas.getContext('2d');
                paint.drawImage(tab.video, 0, 0, 16, 9);
                const { data } = paint.getImageData(0, 0, 16, 9);
                return [0, 1, 2].map((color) => data.filter((_, i) => i % 4 === color).reduce((sum, one) => sum + one, 0) / 144);
              };
              socket.onmessage = ({ data }) => [JSON.parse(data)].flat().forEach((message) => heard[message.type]?.(message));
              socket.onopen = () => tab.say({ type: 'join', name, microphone: true, camera: true });
            }""";

    private final Page page;

    private RawTab(Page page) {
        this.page = page;
    }

    /** Opens the page of the link, for its cookies and permissions, and joins past it. */
    static RawTab join(Person person, String link) {
        Page page = person.page();
        page.navigate(link);
        page.evaluate(JOIN, List.of(link.substring(link.lastIndexOf('/') + 1), person.name()));
        page.waitForFunction("() => window.rawTab.self && window.rawTab.ready");
        return new RawTab(page);
    }

    void say(Map<String, Object> message) {
        page.evaluate("(message) => window.rawTab.say(message)", message);
    }

    /** Runs a script that draws elements, by their numbers, on the room's board, which somebody has opened. */
    void replay(String script, int first, int end) {
        page.waitForFunction("() => window.rawTab.board");
        page.evaluate(script, List.of(page.evaluate("() => window.rawTab.board"), first, end));
    }

    /** Camera and microphone, under the name of a source. */
    void publish(String source) {
        page.evaluate("(source) => window.rawTab.publish(source)", source);
    }

    /** Opens slots from 0 on, one for each wish of a person and a source. */
    void watch(List<String[]> wishes) {
        for (int slot = 0; slot < wishes.size(); slot++) {
            String name = wishes.get(slot)[0];
            page.waitForFunction("(name) => [...window.rawTab.people.values()].some((p) => p.name === name)", name);
            page.evaluate("(slot) => window.rawTab.receive(slot)", slot);
        }
        page.evaluate("""
                (wishes) => window.rawTab.say({ type: 'view', wishes: wishes.map(([name, source], slot) => (
                  { slot, participant: [...window.rawTab.people.values()].find((p) => p.name === name).id, source, height: 360 })) })""", wishes);
    }

    /** Waits until the server has refused something once more. */
    void awaitFailure(String failure, int times) {
        Await.until(
                page,
                PATIENCE,
                () -> failures(failure) >= times,
                () -> failure + ", but " + page.evaluate("() => window.rawTab.failures.join(', ')"));
    }

    /** Red, green and blue of the picture that a slot shows, on average; null while there is none. */
    @SuppressWarnings("unchecked")
    @Nullable
    List<Number> picture(int slot) {
        return (List<Number>) page.evaluate("(slot) => window.rawTab.picture(slot)", slot);
    }

    int failures(String failure) {
        return ((Number) page.evaluate(
                        "(failure) => window.rawTab.failures.filter((one) => one === failure).length", failure))
                .intValue();
    }

    /** Waits until everybody knows this of somebody. */
    void awaitPerson(String name, String condition) {
        page.waitForFunction(
                "(name) => { const p = [...window.rawTab.people.values()].find((one) => one.name === name); return "
                        + condition + "; }",
                name);
    }

    /** Bytes by slot and kind: {@code "0 audio"}. */
    Map<String, Long> received() {
        return new Gson()
                .fromJson(
                        (String) page.evaluate("() => window.rawTab.received()"),
                        new TypeToken<Map<String, Long>>() {}.getType());
    }

    /**
     * What arrives while this stream, which nobody stops, brings so many bytes.
     *
     * @return bytes that came meanwhile, by slot and kind
     */
    Map<String, Long> receivedWhile(String control, long bytes) {
        Map<String, Long> before = received();
        Await.until(
                page,
                PATIENCE,
                () -> received().getOrDefault(control, 0L) - before.getOrDefault(control, 0L) >= bytes,
                () -> bytes + " bytes of " + control + ", but " + before + " became " + received());
        Map<String, Long> grown = received();
        before.forEach((key, value) -> grown.merge(key, -value, Long::sum));
        return grown;
    }
}
