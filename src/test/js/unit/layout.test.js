import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capacity, grid, speaker } from '../../../main/webapp/app/meeting/layout.js';
import { initialState, reduce } from '../../../main/webapp/app/meeting/meeting.js';
import { assignSlots, seating, wishes } from '../../../main/webapp/app/meeting/seating.js';

const WIDE = { width: 1440, height: 760 };
const TALL = { width: 374, height: 700 };

const inside = (rect, stage) => rect.x >= -1 && rect.y >= -1 && rect.x + rect.width <= stage.width + 1 && rect.y + rect.height <= stage.height + 1;
const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

for (const [name, arrange] of [['grid', grid], ['speaker', speaker]]) {
  for (const stage of [WIDE, TALL, { width: 1008, height: 620 }, { width: 800, height: 300 }]) {
    test(`${name}: tiles stay on a stage of ${stage.width}×${stage.height} and apart`, () => {
      for (let count = 1; count <= 10; count++) {
        const tiles = arrange(count, stage);
        assert.equal(tiles.length, count);
        tiles.forEach((tile, i) => {
          assert.ok(inside(tile, stage), `${count}: ${JSON.stringify(tile)}`);
          assert.ok(tile.width > 20 && tile.height > 20);
          tiles.slice(i + 1).forEach((other) => assert.ok(!overlap(tile, other), `${count} tiles overlap`));
        });
      }
    });
  }
}

test('two side by side on a wide stage, one above the other on a tall one', () => {
  const [a, b] = grid(2, WIDE);
  assert.equal(a.y, b.y);
  const [c, d] = grid(2, TALL);
  assert.equal(c.x, d.x);
});

test('no stage, no tiles', () => assert.deepEqual(grid(3, { width: 0, height: 0 }), []));

test('the speaker is the largest', () => {
  const [large, ...small] = speaker(6, WIDE);
  assert.ok(small.every((s) => s.width * s.height < (large.width * large.height) / 4));
});

test('a phone shows four others', () => {
  assert.equal(capacity(TALL, 9), 4);
  assert.equal(capacity(WIDE, 9), 9);
});

const meeting = (count, more = {}) => ({
  ...initialState('M'),
  self: 'p0',
  participants: Array.from({ length: count }, (_, i) => ({ id: `p${i}`, name: `P${i}`, role: 'participant', microphone: true, camera: true, connected: true, publishing: ['camera'] })),
  ...more,
});

test('everybody is on some page, oneself on each', () => {
  const state = meeting(20);
  const first = seating(state, WIDE, null);
  assert.equal(first.pages, 3);
  const seen = new Set([0, 1, 2].flatMap((page) => seating({ ...state, page }, WIDE, null).order));
  assert.equal(seen.size, 20);
  assert.equal(first.order.at(-1), 'p0');
  assert.equal(seating({ ...state, page: 99 }, WIDE, null).page, 2);
});

test('the dominant speaker takes the large tile and keeps it', () => {
  const state = reduce(meeting(4), { type: 'layout', layout: 'speaker' });
  assert.equal(seating(state, WIDE, 'p3').order[0], 'p3');
  assert.equal(seating(state, WIDE, 'gone').order[0], 'p1');
});

test('whoever has a slot keeps it', () => {
  const before = assignSlots(new Map(), ['a', 'b', 'c'], 3);
  assert.deepEqual([...before], [['a', 0], ['b', 1], ['c', 2]]);
  const after = assignSlots(before, ['c', 'd', 'b'], 3);
  assert.deepEqual(Object.fromEntries(after), { c: 2, d: 0, b: 1 });
});

test('gives no more slots than there are', () => {
  assert.equal(assignSlots(new Map(), ['a', 'b', 'c'], 2).size, 2);
});

test('wishes name slot, participant and height, never oneself', () => {
  const state = meeting(3);
  const asked = wishes(state, new Map([['p2', 0], ['p1', 1]]), () => 720);
  assert.deepEqual(asked, [
    { slot: 0, participant: 'p2', source: 'camera', height: 720 },
    { slot: 1, participant: 'p1', source: 'camera', height: 720 },
  ]);
});
