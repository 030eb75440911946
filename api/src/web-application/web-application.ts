import { existsSync } from 'node:fs';
import path from 'node:path';

import express, { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';

import { readSessionCookie } from '../auth/session-cookie.js';
import { pageHints } from './page-hints.js';

const hashedName = /-[A-Za-z0-9_-]{8}\.(js|css|svg|woff2)$/;
const encodings = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;

/**
 * Serves the built web application beside the API on one port: files that carry a hash in their name for ever,
 * index.html never from a cache, a page address (no extension) as index.html, and a missing file as 404, not as a page.
 */
export function webApplication(folder: string, service: { readonly isDemo: boolean }): RequestHandler {
  const router = Router();
  const files = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, file) => {
      const isHashed = hashedName.test(file.replace(/\.(br|gz)$/, ''));
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const hints = pageHints(folder, service);
  router.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (request.path === '/api' || request.path.startsWith('/api/')) return next();
    if (path.extname(request.path) === '') {
      response.setHeader('Link', hints(request.originalUrl, readSessionCookie(request.headers.cookie) !== null));
      request.url = '/index.html';
    }
    offerCompressed(folder, request, response);
    return files(request, response, () => void response.status(404).type('text').send('Not found'));
  });
  return router;
}

function offerCompressed(folder: string, request: Request, response: Response): void {
  const type = path.extname(request.path);
  if (!['.js', '.css', '.svg', '.html'].includes(type) || request.path.includes('..')) return;
  response.setHeader('Vary', 'Accept-Encoding');
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = encodings.find(
    ({ name, extension }) => accepted.includes(name) && existsSync(path.join(folder, request.path + extension)),
  );
  if (!encoding) return;
  request.url = request.path + encoding.extension;
  response.type(type);
  response.setHeader('Content-Encoding', encoding.name);
}
