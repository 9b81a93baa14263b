import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen, dropped } from '../../../../main/webapp/app/drive/dropped.js';

/** @param {string} name @returns {any} */
const file = (name) => ({ isFile: true, name, file: (/** @type {(file: any) => void} */ done) => done({ name, size: 1 }) });

/** A folder that is read a few entries at a time, as browsers do. @param {string} name @param {any[]} inner @returns {any} */
const folder = (name, ...inner) => ({
  isFile: false,
  name,
  createReader: () => {
    let at = 0;
    return { readEntries: (/** @type {(some: any[]) => void} */ done) => done(inner.slice(at, (at += 2))) };
  },
});

/** @param {any[]} entries @returns {any} */
const drop = (...entries) => ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] });

test('files and folders keep their paths, at whatever depth', async () => {
  const all = await dropped(drop(file('a.txt'), folder('Ordner', file('b.txt'), folder('innen', file('c.txt'), file('d.txt'), file('e.txt')), folder('leer'))));
  assert.deepEqual(all.map(({ path }) => path), ['a.txt', 'Ordner/b.txt', 'Ordner/innen/c.txt', 'Ordner/innen/d.txt', 'Ordner/innen/e.txt']);
});

test('of a drop with far too many files the first ones are taken', async () => {
  const many = Array.from({ length: 10_050 }, (_, number) => file(`f${number}`));
  assert.equal((await dropped(drop(folder('viele', ...many)))).length, 10_000);
});

test('what has no entries is taken as plain files', async () => {
  /** @type {any} */
  const data = { items: [{ webkitGetAsEntry: () => null }], files: [{ name: 'a.txt', webkitRelativePath: '' }] };
  assert.deepEqual((await dropped(data)).map(({ path }) => path), ['a.txt']);
});

test('a folder that is chosen has its paths as well', () => {
  /** @type {any} */
  const files = [{ name: 'a.txt', webkitRelativePath: 'Ordner/a.txt' }, { name: 'b.txt', webkitRelativePath: '' }];
  assert.deepEqual(chosen(files).map(({ path }) => path), ['Ordner/a.txt', 'b.txt']);
  assert.deepEqual(chosen(null), []);
});
