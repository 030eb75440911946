import { click, find, render } from '../testing/render.js';
import { Button } from './button.js';

describe('the button', () => {
  it('lets one click through when double clicks are refused', async () => {
    const state = { count: 0 };
    const fixture = await render('<button ui-button preventDoubleClick (click)="add()">Pay</button>', [Button], {
      add: () => state.count++,
    });
    await click(fixture, 'button');
    await click(fixture, 'button');
    expect(state.count).toBe(1);
  });

  it('lets every click through otherwise', async () => {
    const state = { count: 0 };
    const fixture = await render('<button ui-button type="button" (click)="add()">Up</button>', [Button], {
      add: () => state.count++,
    });
    await click(fixture, 'button');
    await click(fixture, 'button');
    expect(state.count).toBe(2);
    expect(find(fixture, 'button').getAttribute('type')).toBe('button');
  });

  it('is pressed by the space bar when it is a link', async () => {
    const state = { count: 0 };
    const fixture = await render('<a ui-button (click)="add()">Start</a>', [Button], { add: () => state.count++ });
    find(fixture, 'a').dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
    expect(state.count).toBe(1);
  });
});
