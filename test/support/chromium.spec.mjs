import { spawnSync } from 'node:child_process';

import { chromiumLaunchOptions, missingLibraries } from './chromium.mjs';

describe('the browser of the tests', () => {
  it('starts on this machine with the libraries it is given', () => {
    const { executablePath, env } = chromiumLaunchOptions();
    const { stdout, stderr } = spawnSync(executablePath, ['--version'], { env, encoding: 'utf8' });
    expect(stderr + stdout).toMatch(/Chromi|Chrome|HeadlessChrome/);
  }, 60_000);

  it('finds nothing missing for a program that runs', () => {
    expect(missingLibraries(process.execPath)).toEqual([]);
  });
});
