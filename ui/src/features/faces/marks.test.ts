import { describe, expect, it } from 'vitest';
import type { Face } from '../../host/gen';
import { carrier, FACE_COLOURS, freeColour, freePair, SHAPES } from './marks';

const face = (id: string, shape: Face['shape'], colour: Face['colour']): Face => ({
  id,
  name: id,
  shape,
  colour,
  life: 'live',
});

describe('stickers', () => {
  it('proposes pairs that nobody carries, different in shape and colour first', () => {
    const list: Face[] = [];
    for (let at = 0; at < SHAPES.length * FACE_COLOURS.length; at++) {
      const pair = freePair(list);
      expect(carrier(list, pair.shape, pair.colour), 'two people never carry the same sticker').toBeUndefined();
      list.push(face(`${at}`, pair.shape, pair.colour));
    }
    expect(new Set(list.slice(0, 8).map(({ shape }) => shape)).size).toBe(8);
    expect(new Set(list.slice(0, 8).map(({ colour }) => colour)).size).toBe(8);
    expect(freePair(list), 'the eighty-first person is still let in').toEqual({ shape: 'circle', colour: 'raspberry' });
  });

  it('keeps the colour at hand when the new shape is free in it', () => {
    const list = [face('a', 'star', 'brick')];
    expect(freeColour(list, 'heart', 'brick')).toBe('brick');
    expect(freeColour(list, 'star', 'brick')).toBe('raspberry');
    expect(freeColour(list, 'star', 'brick', 'a'), 'its own pair is free to whoever carries it').toBe('brick');
  });
});
