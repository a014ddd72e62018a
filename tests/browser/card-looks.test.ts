// The card with sample facts in an open root, where axe-core can read it: ordinary and hard papers and people, in
// light, dark, forced colours, narrow windows and right-to-left. BYLINE_PICTURES=<folder> keeps a picture of each.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needBrowser } from '../../tools/browser/find.ts';
import { root } from '../../tools/project.ts';
import { servedFile } from '../../tools/browser/site.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const wide = { width: 420, height: 900 };
const narrow = { width: 320, height: 640 };
const pictures = process.env['BYLINE_PICTURES'];

interface Look {
  sample: string;
  press?: string;
  /** What is clicked on. */
  open?: string;
  rtl?: boolean;
  size?: { width: number; height: number };
  colorScheme?: 'dark';
  forcedColors?: 'active';
}
const looks: readonly Look[] = [
  { sample: 'paper' },
  { sample: 'paper', colorScheme: 'dark' },
  { sample: 'paper', forcedColors: 'active' },
  { sample: 'paper', press: 's' },
  { sample: 'withCode', press: '?' },
  { sample: 'withCode', press: 'c', colorScheme: 'dark' },
  { sample: 'withCode', press: '2' },
  { sample: 'paper', size: narrow },
  { sample: 'withCode', rtl: true },
  { sample: 'withCode', size: narrow },
  { sample: 'hard' },
  { sample: 'hard', press: 's', size: narrow },
  { sample: 'bare' },
  { sample: 'disputed' },
  { sample: 'disputed', open: '.b-differ' },
  { sample: 'disputed', open: '.b-differ', colorScheme: 'dark' },
  { sample: 'disputed', press: 'c', size: narrow },
  { sample: 'choice' },
  { sample: 'waiting' },
  { sample: 'refused' },
  { sample: 'person' },
  { sample: 'person', colorScheme: 'dark' },
  { sample: 'person', forcedColors: 'active' },
  { sample: 'person', size: narrow },
  { sample: 'person', rtl: true },
  { sample: 'stranger' },
];
const nameOf = (look: Look): string =>
  [
    look.sample,
    look.press === undefined ? '' : `after ${look.press}`,
    look.open === undefined ? '' : 'opened',
    look.colorScheme ?? '',
    look.forcedColors === undefined ? '' : 'forced colours',
    look.rtl === true ? 'right to left' : '',
    look.size === undefined ? '' : `${look.size.width} px`,
  ]
    .filter((part) => part !== '')
    .join(', ');

describe('how the card looks', () => {
  let browser: Browser | undefined;
  let site = '';
  beforeAll(async () => {
    site = mkdtempSync(join(tmpdir(), 'byline-card-'));
    await build({
      configFile: false,
      root: join(root, 'tests/fixtures/card'),
      logLevel: 'error',
      base: './',
      build: { outDir: site, emptyOutDir: true, minify: false },
    });
    browser = await chromium.launch({ executablePath: await needBrowser('chromium'), args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(site, { recursive: true, force: true });
  });

  async function show(look: Look): Promise<Page> {
    if (browser === undefined) throw new Error('The browser is there only inside of a test.');
    const { sample, press, open, rtl = false, size = wide, ...scheme } = look;
    const context = await browser.newContext({ viewport: size, ...scheme });
    const page = await context.newPage();
    await page.route('https://gallery.test/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill(servedFile(join(site, pathname === '/' ? 'index.html' : pathname)));
    });
    await page.goto(`https://gallery.test/#sample=${sample}${rtl ? '&dir=rtl' : ''}`);
    await page.locator('.b-pane').first().waitFor();
    if (press !== undefined) {
      await page.locator('.b-dialog').focus();
      await page.keyboard.press(press);
    }
    if (open !== undefined) await page.locator(open).click();
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
    return page;
  }

  it.each(looks.map((look) => [nameOf(look), look] as const))('%s', async (name, look) => {
    const page = await show(look);
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
    await page.addScriptTag({ path: axeFile });
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const { violations: found } = await axe.run(document, {
        // The page around the card is only there to hold it.
        rules: {
          region: { enabled: false },
          'landmark-one-main': { enabled: false },
          'page-has-heading-one': { enabled: false },
        },
      });
      return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
    });
    expect(violations).toEqual([]);
    // Nothing is wider than its card.
    const wider = await page
      .locator('.frame, .b-dialog, .b-top, .b-middle')
      .evaluateAll((boxes) =>
        boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => String(box.getAttribute('class'))),
      );
    expect(wider).toEqual([]);
    // Dots at the beginning of lines are cut off, and no letters.
    const cut = await page.locator('.b-dots').evaluateAll((boxes) =>
      boxes.flatMap((box) => {
        const { left, right } = box.getBoundingClientRect();
        const range = document.createRange();
        const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (texts.nextNode() !== null) {
          range.selectNodeContents(texts.currentNode);
          for (const line of range.getClientRects())
            if (line.left < left - 1 || line.right > right + 1) found.push(texts.currentNode.nodeValue ?? '');
        }
        return found;
      }),
    );
    expect(cut).toEqual([]);
    await page.context().close();
  });

  it('takes no more than 70 % of the window, and keeps title and actions in sight', async () => {
    const page = await show({ sample: 'withCode', size: { width: 420, height: 700 } });
    await page.locator('.b-foot .b-link').click();
    await page.locator('.b-middle').evaluate((middle) => middle.scrollTo({ top: 10_000 }));
    const card = await page.locator('.frame').boundingBox();
    expect(card?.height).toBeLessThanOrEqual(490.5);
    const seen = await page.evaluate(() => {
      const host = document.querySelector('body > div')?.shadowRoot;
      return ['.b-title', '.b-action-row'].map((selector) => {
        const { x, y, width, height } = host?.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        const top = host?.elementFromPoint(x + width / 2, y + height / 2);
        return top?.closest(selector) !== null && top !== null;
      });
    });
    expect(seen).toEqual([true, true]);
    await page.context().close();
  });
});
