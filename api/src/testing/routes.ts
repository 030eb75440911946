import { ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

import { type AuditDeclaration, auditDeclaration } from '../audit/audited.js';
import type { Permission } from '../auth/permissions.js';
import { publicRoute, requiredPermission } from '../auth/requires.js';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly permission: Permission | null;
  readonly isPublic: boolean;
  /** Which audit events it leaves, or why none; null when it does not say. */
  readonly audit: AuditDeclaration | null;
}

/** RequestMethod of Nest, by its numbers. */
const methods = ['get', 'post', 'put', 'delete', 'patch'] as const;

type Handler = (...values: never[]) => unknown;

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

/** Every route of an application as its controllers declare it, also those that forgot to say who may use them. */
export function routesOf(app: NestExpressApplication): Route[] {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (!metatype) continue;
      const prefix = String(Reflect.getMetadata('path', metatype) ?? '');
      for (const name of Object.getOwnPropertyNames(metatype.prototype)) {
        const handler: unknown = metatype.prototype[name];
        if (!isHandler(handler) || !Reflect.hasMetadata('path', handler)) continue;
        const method = methods[Number(Reflect.getMetadata('method', handler))];
        if (!method) continue;
        routes.push({
          method,
          path: `/${prefix}/${String(Reflect.getMetadata('path', handler))}`
            .replaceAll(/\/+/g, '/')
            .replace(/(.)\/$/, '$1'),
          permission: Reflect.getMetadata(requiredPermission, handler) ?? null,
          isPublic: Reflect.getMetadata(publicRoute, handler) === true,
          audit: Reflect.getMetadata(auditDeclaration, handler) ?? null,
        });
      }
    }
  }
  return routes.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
}
