import type { BrowserContext, ConsoleMessage, Response } from '@playwright/test';

/** A refusal that a test brings about on purpose. */
export interface ExpectedRefusal {
  readonly status: number;
  readonly path: RegExp;
}

/**
 * What went wrong in the browser without anybody seeing it: errors in the console (among them everything that the content
 * security policy blocked), uncaught errors, requests that failed or were refused, and any request to another host.
 */
export class Faults {
  readonly found: string[] = [];
  private readonly expected: ExpectedRefusal[] = [];
  private readonly origins: string[];
  /** While a test has taken the network away, requests that fail for it are no faults. */
  allowOffline = false;

  constructor(address: string) {
    this.origins = [address];
  }

  /** From here on this refusal is no fault. */
  expect(refusal: ExpectedRefusal): void {
    this.expected.push(refusal);
  }

  /** From here on the browser may leave for this address: that of an identity provider. */
  allowOrigin(origin: string): void {
    this.origins.push(origin);
  }

  async watch(context: BrowserContext, who: string): Promise<void> {
    const add = (what: string, where: string): void => void this.found.push(`${who} on ${where}: ${what}`);
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`The content security policy (${violatedDirective}) blocked ${blockedURI}`);
      });
    });
    context.on('console', (message) => {
      if (isError(message)) add(message.text(), message.page()?.url() ?? 'a closed page');
    });
    context.on('weberror', (error) => add(String(error.error()), error.page()?.url() ?? 'a closed page'));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && !this.origins.includes(url.origin))
        add(`asked ${url.origin}`, request.url());
    });
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // A page that is left gives up what it was still reading.
      if (this.allowOffline && why === 'net::ERR_INTERNET_DISCONNECTED') return;
      if (why !== 'net::ERR_ABORTED') add(`${request.method()} ${request.url()} ${why}`, request.frame().url());
    });
    context.on('response', (response) => {
      if (response.status() >= 400 && !this.isExpected(response)) {
        add(`${response.request().method()} ${response.url()} gave ${response.status()}`, response.frame().url());
      }
    });
  }

  private isExpected(response: Response): boolean {
    const { pathname } = new URL(response.url());
    return this.expected.some(({ status, path }) => status === response.status() && path.test(pathname));
  }
}

/** The browser's own line about a refused request says less than the response, which is judged itself. */
function isError(message: ConsoleMessage): boolean {
  return message.type() === 'error' && !message.text().startsWith('Failed to load resource');
}
