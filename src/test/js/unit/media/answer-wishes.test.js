import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withQuietSilence, withStartBitrate } from '../../../../main/webapp/app/media/answer-wishes.js';

const ANSWER = [
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 useinbandfec=1',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:98 H264/90000',
  'a=fmtp:98 packetization-mode=1',
  '',
].join('\r\n');

test('a codec without parameters gets a line of its own', () => {
  assert.match(withStartBitrate(ANSWER, 1000), /a=rtpmap:96 VP8\/90000\r\na=fmtp:96 x-google-start-bitrate=1000\r\n/);
});

test('a codec with parameters gets one more', () => {
  assert.match(withStartBitrate(ANSWER, 1000), /a=fmtp:98 packetization-mode=1;x-google-start-bitrate=1000\r\n/);
});

test('a voice that is silent costs next to nothing', () => {
  assert.equal(withQuietSilence(ANSWER), ANSWER.replace('useinbandfec=1', 'useinbandfec=1;usedtx=1'));
  const bare = ANSWER.replace('a=fmtp:111 useinbandfec=1\r\n', '');
  assert.match(withQuietSilence(bare), /opus\/48000\/2\r\na=fmtp:111 usedtx=1\r\n/);
});

test('sound and retransmissions stay as they are', () => {
  const changed = withStartBitrate(ANSWER, 1000);
  assert.match(changed, /a=fmtp:111 useinbandfec=1\r\n/);
  assert.match(changed, /a=fmtp:97 apt=96\r\n/);
  assert.equal(changed.split('start-bitrate').length - 1, 2);
});
