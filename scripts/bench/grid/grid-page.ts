import type { Locator, Page } from '@playwright/test';

/** The grid on the page and what stands in it: the one place that knows how the page is made. */
export class GridPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('main').getByRole('grid').filter({ visible: true });
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: name });
  }

  header(name: string): Locator {
    return this.grid.getByRole('columnheader', { name }).getByRole('button');
  }

  /** Opens a bucket or a folder as a person does. */
  async open(name: string): Promise<void> {
    await this.row(name).dblclick();
  }

  /** Resolves when the grid tells that it has this many rows and no more are coming. */
  async untilComplete(rows: number): Promise<void> {
    // The heading is a row, too.
    const complete = this.page.locator(`[role=grid][aria-rowcount="${rows + 1}"]:not([aria-busy=true])`);
    await complete.waitFor({ timeout: 300_000 });
  }

  firstRowText(): Promise<string> {
    return this.grid.locator('[aria-rowindex="2"]').innerText();
  }

  /** Resolves when a row of this text stands at the top of the list. */
  async untilFirst(text: string): Promise<void> {
    await this.page.locator('[role=grid] [aria-rowindex="2"]', { hasText: text }).waitFor();
  }

  /**
   * Measured by the page's own clock, from an event on it (a click) to the first frame in which the first row of the
   * list has one of these texts. Begins to listen at once; awaits `act`, which causes the event.
   */
  async untilFirstRow(
    event: 'click' | 'dblclick',
    texts: readonly string[],
    act: () => Promise<void>,
  ): Promise<number> {
    const measured = this.page.evaluate(
      ([event, texts]) =>
        new Promise<number>((resolve) => {
          addEventListener(
            event,
            ({ timeStamp }) => {
              const look = () => {
                const first =
                  document.querySelector('main [role=grid] [aria-rowindex="2"]')?.textContent ?? '';
                if (!texts.some((text) => first.includes(text))) requestAnimationFrame(look);
                // What a frame's callback sees is painted at the end of that frame.
                else requestAnimationFrame(() => resolve(performance.now() - timeStamp));
              };
              requestAnimationFrame(look);
            },
            { once: true, capture: true },
          );
        }),
      [event, texts] as const,
    );
    await act();
    return measured;
  }
}
