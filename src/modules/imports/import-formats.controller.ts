import { Controller, Get } from '@nestjs/common';
import { CONTENT_FIELDS, IMPORT_CONTENTS } from '../../core/imports/content.js';
import { FORMATS, formatTitle } from '../../core/imports/formats/registry.js';
import { Rights } from '../../platform/http/decorators.js';
import { ImportFormatList } from './imports.dto.js';

@Controller('import-formats')
export class ImportFormatsController {
  /** The files of other tools that are recognised, and what columns of each content can hold. */
  @Get()
  @Rights('read')
  listImportFormats(): ImportFormatList {
    return {
      formats: FORMATS.map((format) => ({
        id: format.id,
        name: formatTitle(format),
        content: format.content,
      })),
      contents: IMPORT_CONTENTS.map((content) => ({
        content,
        fields: [...CONTENT_FIELDS[content].fields],
        required: CONTENT_FIELDS[content].required.map((group) => [...group]),
      })),
    };
  }
}
