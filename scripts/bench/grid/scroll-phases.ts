import type { Page } from '@playwright/test';
import type { GridPage } from './grid-page.ts';

const SCROLL_FRAMES = 600;
const WHEEL_TURNS = 240;
const WHEEL_PIXELS = 400;
const KEY_PRESSES = 120;

/** Ways through the list; each begins where the one before ended. */
export const SCROLL_PHASES: readonly {
  readonly name: string;
  readonly run: (grid: GridPage) => Promise<void>;
}[] = [
  { name: `scroll bar, end to end in ${SCROLL_FRAMES} frames`, run: (grid) => drag(grid, 1) },
  { name: 'and back', run: (grid) => drag(grid, 0) },
  { name: `wheel, ${WHEEL_TURNS} turns down`, run: (grid) => wheel(grid, WHEEL_PIXELS) },
  { name: `wheel, ${WHEEL_TURNS} turns up`, run: (grid) => wheel(grid, -WHEEL_PIXELS) },
  {
    name: `keys, End, ${KEY_PRESSES} × Page Up, Home, ${KEY_PRESSES} × Page Down, ${KEY_PRESSES} × Arrow Down`,
    run: async ({ page, grid }) => {
      await grid.getByRole('row').nth(1).click();
      await page.keyboard.press('End');
      await press(page, 'PageUp');
      await page.keyboard.press('Home');
      await press(page, 'PageDown');
      await press(page, 'ArrowDown');
    },
  },
];

/** Moves the scroll bar a little in every frame, as a hand does that drags it. */
async function drag({ grid }: GridPage, to: 0 | 1): Promise<void> {
  await grid.evaluate(
    (element, [to, frames]) =>
      new Promise<void>((resolve) => {
        const inside = [element, ...element.querySelectorAll('*')];
        const box = inside.find(
          (each) =>
            each.scrollHeight > each.clientHeight + 1 && getComputedStyle(each).overflowY !== 'visible',
        );
        if (box === undefined) throw new Error('Nothing in the grid scrolls.');
        const way = box.scrollHeight - box.clientHeight;
        let step = 0;
        const frame = () => {
          step += 1;
          const share = step / frames;
          box.scrollTop = way * (to === 1 ? share : 1 - share);
          if (step < frames) requestAnimationFrame(frame);
          else resolve();
        };
        requestAnimationFrame(frame);
      }),
    [to, SCROLL_FRAMES] as const,
  );
}

async function wheel({ page, grid }: GridPage, pixels: number): Promise<void> {
  await grid.hover();
  for (let turn = 0; turn < WHEEL_TURNS; turn += 1) await page.mouse.wheel(0, pixels);
}

/** One press in a frame: faster than a key that is held down repeats. */
async function press(page: Page, key: string): Promise<void> {
  for (let times = 0; times < KEY_PRESSES; times += 1) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
