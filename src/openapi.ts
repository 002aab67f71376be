import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config/read-config.js';
import { configureHttp, HTTP_OPTIONS } from './platform/http/configure-http.js';
import { completed } from './platform/openapi/completed.js';
import { asOpenApi31, inOneOrder } from './platform/openapi/openapi-31.js';

/**
 * The description of the API as text for `docs/openapi.json`. It is made from the compiled program, because the
 * compiler's plugin adds what the decorators leave out; nothing is started and no database is needed.
 */
export async function openApiText(version: string): Promise<string> {
  const config = readConfig({});
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with({ config, addresses: { appUrl: 'postgres://nobody@127.0.0.1:1/none' } }),
    { ...HTTP_OPTIONS, preview: true, logger: false },
  );
  configureHttp(app, config);
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Linkledger')
    .setDescription(
      'Refusals are application/problem+json with a stable `code`. Sign in with a session cookie, or send an API token as Bearer.',
    )
    .setVersion(version)
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', bearerFormat: 'opaque', description: 'An API token' },
      'token',
    )
    .addCookieAuth('linkledger', { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('token')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    operationIdFactory: (_controller, method) => method,
  });
  return `${JSON.stringify(inOneOrder(asOpenApi31(completed({ ...document }))), null, 2)}\n`;
}
