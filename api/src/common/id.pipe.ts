import { Injectable, Param, type PipeTransform } from '@nestjs/common';

import { identifierInvalid } from './common.problems.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id that is no UUID names nothing: the same 404 as an absent one, so that its form reveals nothing. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!uuid.test(value)) throw identifierInvalid();
    return value.toLowerCase();
  }
}

export const Id = (name: string): ParameterDecorator => Param(name, IdPipe);
