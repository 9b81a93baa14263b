import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange, capacity, grid, presentation, sideBySide, speaker, stripCapacity } from '../../../../main/webapp/app/stage/layout.js';
import { atTheDoor, reduce } from '../../../../main/webapp/app/stage/page-state.js';
import { assignSlots, cameraSeat, received, screenSeat, seating, wishes } from '../../../../main/webapp/app/stage/seating.js';
import { over } from '../../../../main/webapp/app/stage/tile-place.js';

const WIDE = { width: 1440, height: 760 };
const TALL = { width: 374, height: 700 };

const inside = (rect, stage) => rect.x >= -1 && rect.y >= -1 && rect.x + rect.width <= stage.width + 1 && rect.y + rect.height <= stage.height + 1;
const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

for (const [name, arrange] of [['grid', grid], ['speaker', speaker], ['presentation', presentation], ['side by side', sideBySide]]) {
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

test('little of a wide camera is cut off on a wide stage', () => {
  for (const count of [1, 2, 3, 5, 7]) {
    for (const tile of grid(count, { width: 1424, height: 756 })) assert.ok(tile.width / tile.height > 1.3, `${count}: ${tile.width} x ${tile.height}`);
  }
});

test('no stage, no tiles', () => assert.deepEqual(grid(3, { width: 0, height: 0 }), []));

test('the speaker is the largest', () => {
  const [large, ...small] = speaker(6, WIDE);
  assert.ok(small.every((s) => s.width * s.height < (large.width * large.height) / 4));
});

test('a phone shows four others, a screen as many as its reader wants, oneself included, and the server gives', () => {
  assert.equal(capacity(TALL, 25, 25), 4);
  assert.equal(capacity(WIDE, 25, 9), 8);
  assert.equal(capacity(WIDE, 25, 25), 24);
  assert.equal(capacity(WIDE, 9, 25), 9);
});

test('25 tiles fit apart on a laptop', () => {
  const tiles = grid(25, WIDE);
  assert.equal(tiles.length, 25);
  assert.ok(tiles.every((tile) => inside(tile, WIDE) && tile.width > 200));
});

test('a shared screen takes all the room there is beside the strip', () => {
  const [screen, ...people] = arrange('share', 4, WIDE);
  assert.equal(screen.height, WIDE.height);
  assert.equal(screen.width, WIDE.width - people[0].width - 8);
  assert.deepEqual(arrange('share', 1, WIDE), [{ x: 0, y: 0, ...WIDE }]);
});

test('the strip holds no more than it can show at full size', () => {
  for (const stage of [WIDE, TALL]) {
    const [, first] = arrange('share', 1 + stripCapacity('share', stage), stage);
    const [, alone] = arrange('share', 2, stage);
    assert.ok(first.height >= Math.min(alone.height, 72), JSON.stringify(first));
  }
});

/** @param {number} count @param {any} [media] @returns {any} */
function meeting(count, media = {}) {
  const state = atTheDoor('M');
  const participants = Array.from({ length: count }, (_, i) => ({ id: `p${i}`, name: `P${i}`, role: 'participant', microphone: true, camera: true, connected: true, publishing: ['camera'] }));
  return { ...state, people: { ...state.people, self: 'p0', participants }, media: { ...state.media, ...media } };
}

/** @param {any} state @param {any} changes */
const looking = (state, changes) => ({ ...state, view: { ...state.view, ...changes } });

const LOOKS = { large: null, tiles: 9, selfView: true };
const keys = (seats) => seats.map((seat) => seat.key);

/** @param {any} state @param {string[]} sharers in the order in which they begin */
const sharing = (state, ...sharers) =>
  sharers.reduce(
    (now, id) =>
      reduce(now, { type: 'server', message: { type: 'participant-changed', participant: { ...now.people.participants.find((p) => p.id === id), publishing: ['camera', 'screen'] } } }),
    state,
  );

test('everybody is on some page, oneself on each', () => {
  const state = meeting(20);
  const first = seating(state, WIDE, LOOKS);
  assert.equal(first.pages, 3);
  const seen = new Set([0, 1, 2].flatMap((page) => keys(seating(looking(state, { page }), WIDE, LOOKS).seats)));
  assert.equal(seen.size, 20);
  assert.equal(first.seats.at(-1).key, 'p0');
  assert.equal(seating(looking(state, { page: 99 }), WIDE, LOOKS).page, 2);
});

test('never more than 25 tiles, whatever the meeting', () => {
  const state = sharing(meeting(80, { limits: { slots: 25, audioSlots: 3, resumeSeconds: 60 } }), 'p3', 'p4', 'p0');
  for (const layout of ['auto', 'grid', 'speaker', 'side']) {
    assert.ok(seating(looking(state, { layout }), { width: 3840, height: 2160 }, { ...LOOKS, tiles: 25 }).seats.length <= 25, layout);
    assert.ok(received(state, seating(looking(state, { layout }), WIDE, { ...LOOKS, tiles: 25 }).seats).length <= 25, layout);
  }
});

test('whoever speaks and is on a later page comes to the first one, without moving those before', () => {
  const state = meeting(20);
  const calm = keys(seating(state, WIDE, LOOKS).seats);
  const loud = keys(seating(state, WIDE, { ...LOOKS, large: 'p15' }).seats);
  assert.deepEqual(loud.slice(0, 7), calm.slice(0, 7));
  assert.equal(loud[7], 'p15');
});

test('the dominant speaker takes the large tile and keeps it', () => {
  const state = reduce(meeting(4), { type: 'layout', layout: 'speaker' });
  assert.equal(seating(state, WIDE, { ...LOOKS, large: 'p3' }).seats[0].key, 'p3');
  assert.equal(seating(state, WIDE, { ...LOOKS, large: 'gone' }).seats[0].key, 'p1');
});

test('a shared screen is large while there is one, its presenter beside; then all is as before', () => {
  const before = meeting(5);
  const state = sharing(before, 'p3');
  const { arrangement, seats } = seating(state, WIDE, LOOKS);
  assert.equal(arrangement, 'share');
  assert.deepEqual(keys(seats), ['p3/screen', 'p3', 'p1', 'p2', 'p4', 'p0']);
  const after = reduce(state, { type: 'server', message: { type: 'participant-changed', participant: before.people.participants[3] } });
  assert.deepEqual(seating(after, WIDE, LOOKS), seating(before, WIDE, LOOKS));
});

test('of several shared screens the latest is large, and the others are first in the strip', () => {
  const state = sharing(meeting(4), 'p1', 'p2');
  assert.deepEqual(state.people.shares, ['p2', 'p1']);
  assert.deepEqual(keys(seating(state, WIDE, LOOKS).seats), ['p2/screen', 'p1/screen', 'p2', 'p1', 'p3', 'p0']);
  const left = reduce(state, { type: 'server', message: { type: 'participant-left', participant: 'p2' } });
  assert.equal(seating(left, WIDE, LOOKS).seats[0].key, 'p1/screen');
});

test('one’s own screen is never large', () => {
  const { arrangement, seats } = seating(sharing(meeting(3), 'p0'), WIDE, LOOKS);
  assert.equal(arrangement, 'grid');
  assert.deepEqual(keys(seats), ['p1', 'p2', 'p0/screen', 'p0']);
});

test('a grid that was chosen stays a grid during a share', () => {
  const state = reduce(sharing(meeting(3), 'p1'), { type: 'layout', layout: 'grid' });
  assert.deepEqual(keys(seating(state, WIDE, LOOKS).seats), ['p1/screen', 'p1', 'p2', 'p0']);
});

test('side by side: screen and speaker, or two people', () => {
  const side = reduce(meeting(4), { type: 'layout', layout: 'side' });
  assert.deepEqual(keys(seating(side, WIDE, { ...LOOKS, large: 'p3' }).seats), ['p3', 'p1', 'p2', 'p0']);
  const shared = seating(sharing(side, 'p1'), WIDE, { ...LOOKS, large: 'p3' });
  assert.equal(shared.arrangement, 'two');
  assert.deepEqual(keys(shared.seats).slice(0, 2), ['p1/screen', 'p3']);
});

test('a pin holds for oneself, before screens and speakers, until its participant leaves', () => {
  const pinned = reduce(sharing(meeting(4), 'p1'), { type: 'pin', seat: 'p2' });
  assert.equal(seating(pinned, WIDE, { ...LOOKS, large: 'p3' }).seats[0].key, 'p2');
  const left = reduce(pinned, { type: 'server', message: { type: 'participant-left', participant: 'p2' } });
  assert.equal(left.view.pinned, null);
  assert.equal(seating(looking(pinned, { pinned: 'p1/screen' }), WIDE, LOOKS).seats[0].key, 'p1/screen');
});

test('somebody who hides their own tile still sees it alone', () => {
  assert.deepEqual(keys(seating(meeting(2), WIDE, { ...LOOKS, selfView: false }).seats), ['p1']);
  assert.deepEqual(keys(seating(meeting(1), WIDE, { ...LOOKS, selfView: false }).seats), ['p0']);
});

test('a screen that is on another page is still heard', () => {
  const state = sharing(meeting(3), 'p1', 'p2', 'p0');
  assert.deepEqual(keys(received(state, [cameraSeat('p1'), screenSeat('p2'), cameraSeat('p0')])), ['p1', 'p2/screen', 'p1/screen']);
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

test('wishes name slot, participant, source and height', () => {
  const asked = wishes([cameraSeat('p2'), screenSeat('p1'), cameraSeat('p9')], new Map([['p2', 1], ['p1/screen', 0]]), (seat) => (seat.source === 'screen' ? 1080 : 180));
  assert.deepEqual(asked, [
    { slot: 0, participant: 'p1', source: 'screen', height: 1080 },
    { slot: 1, participant: 'p2', source: 'camera', height: 180 },
  ]);
});

test('a tile sets out from the middle of where it was, as large as it was there', () => {
  const old = { x: 100, y: 50, width: 400, height: 200 };
  assert.equal(over(old, { x: 0, y: 0, width: 200, height: 100 }), 'translate(200px, 100px) scale(2)');
  assert.equal(over(old, { ...old, x: 600 }), 'translate(100px, 50px) scale(1)');
  assert.ok(!/NaN|Infinity/.test(over(old, { x: 0, y: 0, width: 0, height: 0 })));
});
