import { describe, expect, it } from 'vitest';
import { circleOf, type Ring, relativePath, roomiest } from '../../../infra/map/trace-shapes.ts';

const square = (from: number, to: number): Ring => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];

const beside = (left: number, right: number): Ring => [
  [left, 0],
  [right, 0],
  [right, 100],
  [left, 100],
  [left, 0],
];

describe('the outlines of the map', () => {
  it('are written from corner to corner', () => {
    expect(relativePath(square(10, 40))).toBe('M10 10l30 0 0 30-30 0z');
  });

  it('are a circle where they are finer than a pixel', () => {
    expect(
      circleOf([
        [0, 0],
        [8, 0],
        [8, 4],
        [0, 0],
      ]),
    ).toEqual([4, 2, 4]);
  });

  it('have most room in the middle; of a ring, beside its hole and never in it', () => {
    expect(roomiest([square(0, 100)])).toEqual({ x: 50, y: 50, room: 50 });
    expect(roomiest([square(0, 100), square(10, 90)]).room).toBeLessThanOrEqual(5);
    expect(roomiest([square(0, 100), square(0, 60)])).toMatchObject({ room: 20 });
  });

  it('may be several islands, and the sea between them is none', () => {
    expect(roomiest([square(0, 20), square(100, 200)])).toEqual({ x: 150, y: 150, room: 50 });
    const strait = [square(0, 20), beside(400, 440), beside(600, 640)];
    expect(roomiest(strait).room).toBe(20);
  });
});
