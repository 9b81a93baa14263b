import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserFamily, troubleBefore, troubleOf } from '../../../../main/webapp/app/media/device-errors.js';
import { SpeechDetector, loudness } from '../../../../main/webapp/app/media/speech.js';
import { counters, quality } from '../../../../main/webapp/app/media/stats.js';

test('every refusal of the browser has its own name', () => {
  const cases = [
    ['NotAllowedError', 'Permission denied', 'denied'],
    ['NotAllowedError', 'Permission denied by system', 'denied-by-system'],
    ['NotAllowedError', 'Permission dismissed', 'dismissed'],
    ['NotFoundError', '', 'not-found'],
    ['NotReadableError', '', 'in-use'],
    ['OverconstrainedError', '', 'overconstrained'],
    ['TypeError', 'odd', 'unknown'],
  ];
  for (const [name, message, trouble] of cases) assert.equal(troubleOf({ name, message }), trouble);
});

test('an insecure page and an old browser are told before asking', () => {
  assert.equal(troubleBefore({ secure: false, mediaDevices: false, peerConnections: true }), 'insecure');
  assert.equal(troubleBefore({ secure: true, mediaDevices: false, peerConnections: true }), 'unsupported');
  assert.equal(troubleBefore({ secure: true, mediaDevices: true, peerConnections: true }), null);
});

test('help fits the browser', () => {
  assert.equal(browserFamily('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/604.1'), 'ios');
  assert.equal(browserFamily('Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile Safari/537.36'), 'android');
  assert.equal(browserFamily('Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'), 'firefox');
  assert.equal(browserFamily('Mozilla/5.0 (Macintosh) Version/19.0 Safari/605.1.15'), 'safari');
  assert.equal(browserFamily('Mozilla/5.0 (X11) Chrome/150.0 Safari/537.36'), 'chromium');
});

/** @param {SpeechDetector} detector @param {number} level @param {number} from @param {number} to */
function hear(detector, level, from, to) {
  const changes = [];
  for (let now = from; now < to; now += 50) {
    const change = detector.hear(level, now);
    if (change) changes.push({ at: now, ...change });
  }
  return changes;
}

test('a voice counts after a moment, a click does not', () => {
  const detector = new SpeechDetector();
  assert.deepEqual(hear(detector, 40, 0, 100), []);
  assert.deepEqual(hear(detector, 0, 100, 300), []);
  assert.deepEqual(hear(detector, 40, 300, 600), [{ at: 450, speaking: true, level: 40 }]);
});

test('a breath between two words does not end speech, silence does', () => {
  const detector = new SpeechDetector();
  hear(detector, 40, 0, 300);
  assert.deepEqual(hear(detector, 0, 300, 800), []);
  assert.deepEqual(hear(detector, 40, 800, 900), []);
  assert.deepEqual(hear(detector, 0, 900, 2000), [{ at: 1800, speaking: false, level: 0 }]);
});

test('between the two thresholds everything stays as it is', () => {
  const detector = new SpeechDetector();
  assert.deepEqual(hear(detector, 10, 0, 2000), []);
  hear(detector, 40, 2000, 2300);
  assert.deepEqual(hear(detector, 10, 2300, 6000), []);
});

test('a microphone that goes off ends speech once', () => {
  const detector = new SpeechDetector();
  hear(detector, 40, 0, 300);
  assert.deepEqual(detector.silence(), { speaking: false, level: 0 });
  assert.equal(detector.silence(), null);
});

test('loudness goes from nothing to all', () => {
  assert.equal(loudness(new Float32Array(10)), 0);
  assert.equal(loudness(new Float32Array(10).fill(1)), 100);
  assert.ok(Math.abs(loudness(new Float32Array(10).fill(0.0316)) - 50) < 1);
});

test('quality falls with loss, delay and freezes', () => {
  const zero = { received: 0, lost: 0, frozen: 0, repeated: 0, needed: 0, shown: 0, roundTrip: 0 };
  assert.equal(quality(zero, { ...zero, received: 1000, lost: 3 }), 'good');
  assert.equal(quality(zero, { ...zero, received: 960, lost: 40 }), 'fair');
  assert.equal(quality(zero, { ...zero, received: 800, lost: 200 }), 'poor');
  assert.equal(quality(zero, { ...zero, received: 100, roundTrip: 1 }), 'poor');
  assert.equal(quality(zero, { ...zero, received: 100, frozen: 0.5 }), 'fair');
});

test('counters add both media up', () => {
  const report = [
    { type: 'inbound-rtp', kind: 'audio', packetsReceived: 10, packetsLost: 1, jitterBufferMinimumDelay: 700, jitterBufferEmittedCount: 9600 },
    { type: 'inbound-rtp', kind: 'video', packetsReceived: 90, packetsLost: 2, totalFreezesDuration: 0.5, nackCount: 4, jitterBufferMinimumDelay: 6, jitterBufferEmittedCount: 20 },
    { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.02 },
  ];
  assert.deepEqual(counters(report), { received: 100, lost: 3, frozen: 0.5, repeated: 4, needed: 6, shown: 20, roundTrip: 0.02 });
});
