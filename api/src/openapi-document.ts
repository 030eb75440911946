import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The contract as the code states it. Needs no database: only the classes and their decorators are read. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const configuration = new DocumentBuilder()
    .setTitle('Inclusion Panel API')
    .setVersion('1')
    .setDescription(
      'Casework of an Education Inclusion Partnership. Changes carry `X-Panel-Request: 1`; changes of something that has a ' +
        'version carry `If-Match`; creating requests carry `Idempotency-Key`. Errors are RFC 9457 problem details.',
    )
    .build();
  return SwaggerModule.createDocument(app, configuration, { operationIdFactory: (_controller, method) => method });
}

/** Outside of production only. Swagger's page writes styles and HTML of its own, so its policy is laxer than ours. */
export function serveApiDocs(app: INestApplication): void {
  app.use('/api/docs', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
    );
    next();
  });
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}
