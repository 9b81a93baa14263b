import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { cameraEncodings } from '../../../../main/webapp/app/media/camera-layers.js';
import { ShownHeight } from '../../../../main/webapp/app/media/shown-height.js';

/** @param {ReturnType<typeof cameraEncodings>} encodings */
const drawn = (encodings) =>
  encodings.map(({ rid, active, scaleResolutionDownBy, maxBitrate }) => `${rid} ${active ? 'on' : 'off'} 1/${scaleResolutionDownBy} ${(maxBitrate ?? 0) / 1000}`);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

for (const { height, wanted, count, expected } of [
  { height: 720, wanted: Infinity, expected: ['l on 1/4 140', 'm on 1/2 500', 'h on 1/1 1500'] },
  { height: undefined, wanted: Infinity, expected: ['l on 1/4 140', 'm on 1/2 500', 'h on 1/1 1500'] },
  { height: 720, wanted: 361, expected: ['l on 1/4 140', 'm on 1/2 500', 'h on 1/1 1500'] },
  { height: 720, wanted: 360, expected: ['l on 1/4 140', 'm on 1/2 500', 'h off 1/1 1500'] },
  { height: 720, wanted: 180, expected: ['l on 1/4 140', 'm off 1/2 500', 'h off 1/1 1500'] },
  { height: 720, wanted: 0, expected: ['l on 1/4 140', 'm off 1/2 500', 'h off 1/1 1500'] },
  { height: 360, wanted: Infinity, expected: ['l on 1/2 140', 'm on 1/1 500'] },
  { height: 270, wanted: Infinity, count: 3, expected: ['l on 1/2 140', 'm on 1/1 500', 'h off 1/1 500'] },
  { height: 180, wanted: Infinity, expected: ['undefined on 1/1 140'] },
  { height: 720, wanted: 0, count: 1, expected: ['undefined on 1/1 2500'] },
]) {
  test(`a camera of ${height} lines, ${wanted} wanted, ${count ?? 'all'} agreed`, () => {
    assert.deepEqual(drawn(cameraEncodings(height ? { getSettings: () => ({ height }) } : null, wanted, count)), expected);
  });
}

test('the shown height grows at once and shrinks two seconds later', () => {
  let changes = 0;
  const shown = new ShownHeight(() => (changes += 1));
  shown.told(200);
  assert.equal(shown.now, Infinity);
  mock.timers.tick(2_000);
  assert.deepEqual([shown.now, changes], [200, 1]);
  shown.told(700);
  assert.deepEqual([shown.now, changes], [700, 2]);
  shown.told(100);
  mock.timers.tick(1_999);
  shown.told(700);
  mock.timers.tick(2_000);
  assert.deepEqual([shown.now, changes], [700, 2]);
});
