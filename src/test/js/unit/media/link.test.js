import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, between, chosenPair, differs, grade, nothing, pathOf, troublesOf, worse } from '../../../../main/webapp/app/media/link.js';

const report = (...entries) => new Map(entries.map((entry, i) => [entry.id ?? `e${i}`, entry]));
const udp = [
  { id: 'l', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
  { id: 'r', type: 'remote-candidate', candidateType: 'host', protocol: 'udp' },
  { id: 'p', type: 'candidate-pair', localCandidateId: 'l', remoteCandidateId: 'r', currentRoundTripTime: 0.0421, state: 'succeeded', nominated: true },
  { id: 't', type: 'transport', selectedCandidatePairId: 'p' },
];
const well = { path: 'udp', roundTrip: 40, lostUp: 0, lostDown: 0, up: 1500, down: 3000, height: 720 };

test('adds up what several connections report', () => {
  const before = nothing(1000);
  const now = nothing(11_000);
  add(now, report(...udp, { type: 'outbound-rtp', kind: 'video', bytesSent: 1_250_000, packetsSent: 990, frameHeight: 720, framesPerSecond: 30 }, { type: 'remote-inbound-rtp', packetsLost: 99 }));
  add(now, report({ type: 'inbound-rtp', bytesReceived: 2_500_000, packetsReceived: 900, packetsLost: 100 }));
  assert.deepEqual(between(before, now), { path: 'udp', roundTrip: 42, lostUp: 100, lostDown: 100, up: 1000, down: 2000, height: 720 });
});

test('a size that rests is none that is sent', () => {
  const now = nothing(0);
  add(now, report({ type: 'outbound-rtp', kind: 'video', frameHeight: 720, framesPerSecond: 0 }, { type: 'outbound-rtp', kind: 'video', frameHeight: 180, framesPerSecond: 15 }));
  assert.equal(now.height, 180);
});

test('the worst path counts, with and without a transport report', () => {
  const totals = nothing(0);
  add(totals, report(...udp));
  add(totals, report({ id: 'l', candidateType: 'host', protocol: 'tcp', tcpType: 'active' }, { id: 'r', protocol: 'tcp' }, { type: 'candidate-pair', localCandidateId: 'l', remoteCandidateId: 'r', state: 'succeeded', selected: true }));
  assert.equal(totals.path, 'tcp');
  assert.equal(pathOf({ candidateType: 'relay', protocol: 'udp' }, { protocol: 'udp' }), 'relay');
  assert.equal(chosenPair(report({ type: 'candidate-pair', state: 'in-progress', nominated: false })), undefined);
});

test('counters that begin anew are no negative rate', () => {
  const before = { ...nothing(0), sentBytes: 10_000_000, sent: 1000 };
  assert.equal(between(before, nothing(1000)).up, 0);
});

test('what hardly changes is no news', () => {
  assert.ok(differs(null, well));
  assert.ok(!differs(well, { ...well, roundTrip: 55, up: 1600 }));
  assert.ok(differs(well, { ...well, path: 'tcp' }));
  assert.ok(differs(well, { ...well, lostUp: 60 }));
  assert.ok(differs(well, { ...well, up: 300 }));
});

test('tells in words what is wrong', () => {
  assert.deepEqual(troublesOf(well, 'fine', true), []);
  assert.deepEqual(troublesOf(well, 'blocked', true), ['blocked']);
  assert.deepEqual(troublesOf(undefined, 'fine', true), []);
  assert.deepEqual(troublesOf({ ...well, lostUp: 50, lostDown: 90, roundTrip: 600, path: 'relay', height: 90, up: 100 }, 'fine', true), ['lost-up', 'lost-down', 'slow', 'detour', 'small']);
  assert.deepEqual(troublesOf({ ...well, height: 90, up: 100 }, 'fine', false), []);
  assert.equal(grade({ ...well, lostDown: 90 }), 'poor');
  assert.equal(grade(well), 'good');
  assert.equal(worse('good', 'poor'), 'poor');
  assert.equal(worse(undefined, 'fair'), 'fair');
  assert.equal(worse(undefined, undefined), undefined);
});
