import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Damage } from '../../../../main/webapp/app/ink/damage.js';

/** @import { Area } from '../../../../main/webapp/app/ink/damage.js' */

/** One pixel is a hundred parts. */
const BOX = { x: 10, y: 20, width: 655.35, height: 655.35 };

/** @param {number[]} points @returns {any} */
const stroke = (points) => ({ points, goneAt: null });

/** @param {Area | null} area */
const rounded = (area) => area && [area.left, area.top, area.right, area.bottom].map(Math.round);

/** @param {Damage} damage @param {any[]} strokes @param {Array<[any, Area]>} [labels] */
const take = (damage, strokes, labels = []) => rounded(damage.take(strokes, new Map(labels), BOX, 3));

test('a stroke that comes is painted, and nothing as long as it stays', () => {
  const damage = new Damage();
  const one = stroke([1000, 2000, 3000, 1000]);
  assert.equal(take(damage, []), null);
  assert.deepEqual(take(damage, [one]), [17, 27, 43, 43]);
  assert.equal(take(damage, [one]), null);
  damage.forget();
  assert.deepEqual(take(damage, [one]), [17, 27, 43, 43]);
});

test('of a stroke that goes on, its end is painted from two points before, where a straight piece is bent now', () => {
  const damage = new Damage();
  const one = stroke([0, 0, 1000, 0, 2000, 0]);
  take(damage, [one]);
  one.points.push(3000, 0);
  assert.deepEqual(take(damage, [one]), [17, 17, 43, 23]);
  assert.ok(damage.reaches(one, { left: 8, top: 18, right: 9, bottom: 19 }, BOX, 3), 'its beginning is known still');
});

test('what fades is painted each time, and what is gone once more', () => {
  const damage = new Damage();
  const one = stroke([1000, 1000]);
  take(damage, [one]);
  one.goneAt = 1;
  assert.deepEqual(take(damage, [one]), [17, 27, 23, 33]);
  assert.deepEqual(take(damage, [one]), [17, 27, 23, 33]);
  assert.deepEqual(take(damage, []), [17, 27, 23, 33]);
  assert.equal(take(damage, []), null);
});

test('a name that moves is painted where it was and where it is', () => {
  const damage = new Damage();
  const one = stroke([1000, 1000]);
  const [here, there] = [0, 100].map((left) => ({ left, top: 500, right: left + 50, bottom: 520 }));
  take(damage, [one], [[one, here]]);
  assert.equal(take(damage, [one], [[one, { ...here }]]), null);
  assert.deepEqual(take(damage, [one], [[one, there]]), [0, 500, 150, 520]);
  assert.deepEqual(take(damage, [one]), [100, 500, 150, 520]);
});

test('a stroke that is told again is another one', () => {
  const damage = new Damage();
  const one = stroke([1000, 1000, 5000, 1000]);
  take(damage, [one]);
  assert.deepEqual(take(damage, [stroke([1000, 1000])]), [17, 27, 63, 33]);
});

test('only strokes that reach into an area are painted with it', () => {
  const damage = new Damage();
  const [one, other] = [stroke([1000, 1000, 2000, 1000]), stroke([1000, 5000])];
  take(damage, [one, other]);
  const area = { left: 25, top: 25, right: 100, bottom: 35 };
  assert.deepEqual([one, other].map((each) => damage.reaches(each, area, BOX, 3)), [true, false]);
});
