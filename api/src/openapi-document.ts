import type { INestApplication } from '@nestjs/common';
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

export function serveApiDocs(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}
