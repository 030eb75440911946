import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Features of browsers that no page of ours uses: a script that got in could not either. */
const permissionsPolicy = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'camera', 'display-capture', 'geolocation'],
  ...['gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment'],
  ...['screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .concat('publickey-credentials-get=(self)', 'publickey-credentials-create=(self)', 'fullscreen=(self)')
  .join(', ');

const twoYears = 63_072_000;

/** What every answer carries, page, file or JSON: nothing runs but our own files, and nobody frames or embeds us. */
export function securityHeaders({ isSecure }: { readonly isSecure: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          // Charts and the design system's icons are SVG in CSS.
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          objectSrc: ["'none'"],
          frameSrc: ["'none'"],
          workerSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          // Text becomes HTML or script through these policies only: Angular's own, and that of the charts.
          requireTrustedTypesFor: ["'script'"],
          trustedTypes: ['angular', 'angular#bundler', 'panel-charts'],
          ...(isSecure && { upgradeInsecureRequests: [] }),
        },
      },
      strictTransportSecurity: isSecure ? { maxAge: twoYears, includeSubDomains: true } : false,
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', permissionsPolicy);
      next();
    },
  ];
}

/** What answers of the API carry besides: they are data, shown by nobody, and never stored. */
export const apiHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader('Content-Security-Policy', apiPolicy);
  response.setHeader('Cache-Control', 'no-store');
  next();
};

const apiPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
