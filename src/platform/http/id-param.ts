import { HttpStatus, Param, ParseUUIDPipe } from '@nestjs/common';

/** A path parameter that is a UUID. Anything else names nothing, so it answers 404 like an unknown id. */
export function IdParam(name = 'id'): ParameterDecorator {
  return Param(name, new ParseUUIDPipe({ errorHttpStatusCode: HttpStatus.NOT_FOUND }));
}
