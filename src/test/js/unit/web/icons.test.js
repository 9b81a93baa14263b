import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const images = new URL('../../../../main/webapp/images/', import.meta.url);

test('pictures have no styles of their own, which our own policy forbids and Firefox does not load', () => {
  const drawings = readdirSync(images).filter((name) => name.endsWith('.svg'));
  assert.ok(drawings.length > 0);
  for (const name of drawings) assert.doesNotMatch(readFileSync(new URL(name, images), 'utf8'), /<style|style=/, name);
});
