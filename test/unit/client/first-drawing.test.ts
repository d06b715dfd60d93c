import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { FirstDrawing } from '../../../client/src/outline/first-drawing';

/** Milliseconds in which a drawing that has ended is known to have: more than the answer's way to the window. */
const soon = 200;

describe('the first drawing of a tree', () => {
  const isDoneSoon = async (drawing: FirstDrawing<string>): Promise<boolean> => {
    await Promise.race([drawing.done, pause(soon)]);
    return drawing.isDone;
  };

  it('is not done before anybody has asked for rows', async () => {
    assert.equal(await isDoneSoon(new FirstDrawing<string>()), false);
  });

  it('is done when no row given is open, but not before the answer has reached the window', async () => {
    const drawing = new FirstDrawing<string>();
    drawing.answered(undefined, []);
    assert.equal(drawing.isDone, false);
    assert.equal(await isDoneSoon(drawing), true);
  });

  it('is not done while the rows below an open one have not been asked for', async () => {
    const drawing = new FirstDrawing<string>();
    drawing.answered(undefined, ['一', '二']);
    drawing.answered('一', ['（一）']);
    drawing.answered('二', []);
    assert.equal(await isDoneSoon(drawing), false);
    drawing.answered('（一）', []);
    assert.equal(await isDoneSoon(drawing), true);
  });

  it('ends after a while though nobody asks on: the view was closed', async () => {
    const drawing = new FirstDrawing<string>();
    drawing.answered(undefined, ['一']);
    await drawing.done;
    assert.equal(drawing.isDone, true);
  });

  it('stays done when rows are asked for again', async () => {
    const drawing = new FirstDrawing<string>();
    drawing.answered(undefined, []);
    await drawing.done;
    drawing.answered(undefined, ['一']);
    assert.equal(drawing.isDone, true);
  });
});
