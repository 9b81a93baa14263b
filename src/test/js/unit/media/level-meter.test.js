import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { LevelMeter } from '../../../../main/webapp/app/media/level-meter.js';

/** A microphone that hears the same all the time. */
const microphone = (/** @type {number} */ loudness) => ({ enabled: true, loudness });

/** As far as the meter needs it: what is connected to the analyser is what it measures. */
function fakeAudio() {
  const connected = new Set();
  class FakeContext {
    state = 'running';
    createAnalyser() {
      return { fftSize: 0, getFloatTimeDomainData: (/** @type {Float32Array} */ samples) => samples.fill([...connected].reduce((sum, track) => sum + track.loudness, 0)) };
    }
    createMediaStreamSource({ track }) {
      return { connect: () => connected.add(track), disconnect: () => connected.delete(track) };
    }
    close() {}
  }
  Object.assign(globalThis, {
    window: globalThis,
    AudioContext: FakeContext,
    MediaStream: class {
      constructor([track]) {
        this.track = track;
      }
    },
  });
  return connected;
}

test('the meter shows the microphone that is chosen, and is still when it is off', () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const connected = fakeAudio();
  /** @type {number[]} */
  const levels = [];
  const meter = new LevelMeter((level) => levels.push(level));
  const [quiet, loud] = [microphone(0.02), microphone(0.5)];
  meter.listen(/** @type {any} */ (quiet));
  mock.timers.tick(50);
  const first = levels.at(-1) ?? 0;
  meter.listen(/** @type {any} */ (loud));
  assert.deepEqual([...connected], [loud], 'nothing is heard of the one before');
  mock.timers.tick(50);
  assert.ok((levels.at(-1) ?? 0) > first && first > 0, `${levels}`);
  meter.listen(null);
  assert.equal(levels.at(-1), 0);
  const still = levels.length;
  mock.timers.tick(500);
  assert.equal(levels.length, still);
  assert.equal(connected.size, 0);
  mock.timers.reset();
});
