import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';

/** What every HTTP process of ours does before its routes: headers, sizes, prefix. Used by main, local and the tests. */
export function configureApplication(
  app: NestExpressApplication,
  options: { readonly isSecure: boolean; readonly proxyHops?: number },
): void {
  app.disable('x-powered-by');
  // Whose address counts in rate limits: the proxy's own, or what it says of the one before it.
  app.set('trust proxy', options.proxyHops ?? 0);
  // Answers are never stored; versions of ours are set where there are any.
  app.disable('etag');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          // Charts and the design system's icons are SVG in CSS.
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          ...(options.isSecure && { upgradeInsecureRequests: [] }),
        },
      },
      strictTransportSecurity: options.isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
  // A section of a referral is at most some 40 KB; what is far larger is a mistake or an attack.
  app.useBodyParser('json', { limit: '256kb' });
  app.set('query parser', 'simple');
  app.setGlobalPrefix('api');
  app.use('/api', (_request: unknown, response: { setHeader(name: string, value: string): void }, next: () => void) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
}
