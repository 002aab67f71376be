import { Module } from '@nestjs/common';

/** Mail templates, their versions and snippets. */
@Module({})
export class TemplatesModule {}
