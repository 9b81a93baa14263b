package plenum.e2e;

import com.microsoft.playwright.Page;
import java.util.List;

/** Somebody who is a colour and a tone, so that a film shows whether they are in it. */
record Signal(String colour, int hertz) {
    private static final String SCRIPT = """
        (() => {
          navigator.mediaDevices.getUserMedia = async (wish) => {
            const stream = new MediaStream();
            if (wish.video) {
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [640, 360];
              const paint = canvas.getContext('2d');
              let odd = false;
              setInterval(() => {
                paint.fillStyle = '%s';
                paint.fillRect(0, 0, 640, 360);
                odd = !odd;
                paint.fillStyle = odd ? '#111' : '#222';
                paint.fillRect(0, 0, 8, 8);
              }, 66);
              canvas.captureStream(15).getVideoTracks().forEach((track) => stream.addTrack(track));
            }
            if (wish.audio) {
              const audio = new AudioContext();
              const tone = new OscillatorNode(audio, { frequency: %d });
              const out = audio.createMediaStreamDestination();
              tone.connect(new GainNode(audio, { gain: 0.2 })).connect(out);
              tone.start();
              out.stream.getAudioTracks().forEach((track) => stream.addTrack(track));
            }
            return stream;
          };
        })()\
        """;

    /** Red, green and blue. */
    List<Integer> rgb() {
        int value = Integer.decode(colour);
        return List.of(value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
    }

    /** From the next page on, camera and microphone give this. */
    void of(Person person) {
        Page page = person.page();
        page.addInitScript(SCRIPT.formatted(colour, hertz));
    }
}
