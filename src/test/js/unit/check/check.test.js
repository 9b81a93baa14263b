import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summary } from '../../../../main/webapp/app/check/check-run.js';
import { findings, verdictOf } from '../../../../main/webapp/app/check/findings.js';
import { reportText } from '../../../../main/webapp/app/check/report.js';
import { candidatesIn, hasRelay, ownFits, placeOf, serversFits, wayOf, withoutCandidates } from '../../../../main/webapp/app/check/ways.js';
import { nothing } from '../../../../main/webapp/app/media/link.js';

const UDP = 'candidate:1 1 udp 2130706431 192.0.2.7 20003 typ host';
const TCP = 'candidate:2 1 tcp 1671430143 2001:db8::7 443 typ host tcptype passive';
const RELAY = 'candidate:3 1 udp 41885439 198.51.100.3 50000 typ relay raddr 0.0.0.0 rport 0';
const fine = {
  secure: true, webrtc: true, socket: 'open', socketMillis: 12, mediaServer: 'there', places: ['UDP 192.0.2.7:20003'],
  ways: { udp: 'open', tcp: 'not-offered', relay: 'not-offered' }, measured: { path: 'udp', roundTrip: 20, lost: 0, up: 2900, down: 2800, limited: true },
};
const advice = (result) => findings(result).flatMap((one) => one.advice ?? []);
const t = (key, ...values) => [key, ...values].join(' ');

test('tells candidates apart, and lets through those of one way only', () => {
  assert.deepEqual([UDP, TCP, RELAY, '', 'nonsense'].map(wayOf), ['udp', 'tcp', 'relay', null, null]);
  assert.ok(ownFits('tcp', TCP) && !ownFits('tcp', UDP) && !ownFits('udp', RELAY));
  assert.ok(serversFits('relay', UDP) && !serversFits('udp', TCP) && serversFits('tcp', TCP));
  assert.equal(placeOf(TCP), 'TCP [2001:db8::7]:443');
  assert.ok(hasRelay([{ urls: ['stun:a'] }, { urls: ['turns:b:443'] }]));
  assert.ok(!hasRelay([{ urls: ['stun:a'] }]));
});

test('takes candidates out of a description', () => {
  const sdp = `v=0\r\na=${UDP}\r\na=mid:0\r\na=end-of-candidates\r\n`;
  assert.equal(withoutCandidates(sdp), 'v=0\r\na=mid:0\r\n');
  assert.deepEqual(candidatesIn(sdp), [UDP]);
});

test('a good line is told so, and what the server does not offer is no fault', () => {
  const all = findings(fine);
  assert.equal(verdictOf(all), 'good');
  assert.deepEqual(advice(fine), []);
  assert.deepEqual(all.find((one) => one.topic === 'up').values, [2.9]);
});

test('media that are blocked while the page is there are the firewall', () => {
  const blocked = { ...fine, ways: { udp: 'blocked', tcp: 'blocked', relay: 'not-offered' }, measured: null };
  assert.equal(verdictOf(findings(blocked)), 'bad');
  assert.deepEqual(advice(blocked), ['all-blocked']);
  const detour = { ...fine, ways: { udp: 'blocked', tcp: 'open', relay: 'not-offered' }, measured: { ...fine.measured, path: 'tcp' } };
  assert.equal(verdictOf(findings(detour)), 'fair');
  assert.deepEqual(advice(detour), ['udp-blocked']);
});

test('while it is not known whether another way works, nothing is called a fault', () => {
  assert.notEqual(verdictOf(findings({ ...fine, ways: { udp: 'blocked', tcp: 'unknown', relay: 'unknown' }, measured: null })), 'bad');
});

test('each fault has its advice', () => {
  assert.deepEqual(advice({ ...fine, webrtc: false }), ['no-webrtc']);
  assert.deepEqual(advice({ ...fine, socket: 'blocked', measured: null }), ['socket']);
  assert.deepEqual(advice({ ...fine, socket: 'throttled', measured: null }), ['throttled']);
  assert.deepEqual(advice({ ...fine, mediaServer: 'missing', measured: null }), ['server']);
  assert.deepEqual(advice({ ...fine, measured: { path: 'udp', roundTrip: 400, lost: 90, up: 300, down: 300, limited: true } }), ['up', 'down', 'loss', 'round-trip']);
});

test('rates are those of the best second, losses those of all the time', () => {
  const looks = [0, 10_000, 20_000, 200_000, 400_000, 420_000].map((sentBytes, i) => ({ ...nothing(i * 500), sentBytes, sent: i * 100, lostUp: i * 2, roundTrip: 30 + i }));
  const link = summary(looks, 'udp');
  assert.deepEqual(link, { path: 'udp', roundTrip: 30, lost: 20, up: 3040, down: 0, limited: true });
  assert.equal(summary(looks.slice(0, 2), 'udp'), null);
});

/** What is seen each half second of a browser that sends so many kbit/s. */
function looksAt(rates, trip = () => 20, lost = 0) {
  let sentBytes = 0;
  return rates.map((kbps, i) => ({ ...nothing(500 * i), sentBytes: (sentBytes += kbps * 62.5), receivedBytes: sentBytes, sent: 100 * i, lostUp: lost * i, roundTrip: trip(i) }));
}

test('a browser that begins slowly does not make the network slow', () => {
  const rising = Array.from({ length: 14 }, (_, i) => 300 * 1.04 ** i);
  const slowly = summary(looksAt(rising), 'udp');
  assert.equal(slowly.limited, false);
  const told = findings({ ...fine, measured: slowly });
  assert.equal(verdictOf(told), 'good');
  assert.deepEqual(told.filter((one) => one.topic === 'up' || one.topic === 'down').map((one) => one.value), ['rate-least', 'rate-least']);

  assert.equal(summary(looksAt(rising.map(() => 500)), 'udp').limited, true, 'it has stopped growing');
  assert.equal(summary(looksAt(rising, (i) => 20 + 20 * i), 'udp').limited, true, 'what is sent waits in a queue');
  assert.equal(summary(looksAt(rising, () => 20, 2), 'udp').limited, true, 'some of it is lost');
});

test('the report has what IT needs', () => {
  const text = reportText({ findings: findings(fine), places: fine.places, firewall: [{ purpose: 'media', protocol: 'UDP', host: 'meet.example.org', ports: '20000-20015' }], site: 'https://meet.example.org', browser: 'Agent/1', at: new Date(0) }, t);
  for (const part of ['https://meet.example.org', '1970-01-01T00:00:00.000Z', 'Agent/1', 'UDP 192.0.2.7:20003', 'UDP\tmeet.example.org\t20000-20015', 'stage.check.value.rate-least 2.9']) {
    assert.ok(text.includes(part), part);
  }
});
