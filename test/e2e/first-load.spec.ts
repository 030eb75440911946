import { expect, test } from './support/test.js';

/** Pages whose routes name what they read, and how to come by the address. */
const pages = ['/', '/referrals', '/referrals/:referralId', '/referrals/:referralId/tasks'] as const;

test('a page opened by its address asks for everything once, in one go, and nothing on it jumps', async ({
  openAs,
}) => {
  const senco = await openAs('senco');
  const answer = await senco.request.get('/api/referrals?status=draft');
  const { items }: { items: readonly { id: string }[] } = await answer.json();
  const referralId = items[0]?.id ?? '';
  // What the eye sees move, as the browser counts it.
  await senco.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await senco.waitForLoadState('networkidle');
  for (const pattern of pages) {
    const path = pattern.replace(':referralId', referralId);
    await test.step(pattern, async () => {
      const asked: { url: string; isEarly: boolean }[] = [];
      let isFrameThere = false;
      senco.on('request', (request) => {
        const { pathname, search } = new URL(request.url());
        asked.push({ url: pathname + search, isEarly: !isFrameThere });
      });
      senco.on('domcontentloaded', () => (isFrameThere = true));
      await senco.goto(path);
      await expect(senco.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(senco.locator('.app-loading')).toHaveCount(0);
      await senco.waitForLoadState('networkidle');
      senco.removeAllListeners('request');
      senco.removeAllListeners('domcontentloaded');
      const urls = asked.map(({ url }) => url);
      expect(urls, 'asked for twice').toEqual([...new Set(urls)]);
      const late = asked.filter(({ isEarly }) => !isEarly).map(({ url }) => url);
      expect(late, 'found only once the frame ran').toEqual([]);
      expect(await senco.evaluate(() => Reflect.get(globalThis, 'shifts')), 'moved').toEqual([]);
    });
  }
});
