import {
  type ArgumentMetadata,
  type PipeTransform,
  UnsupportedMediaTypeException,
  ValidationPipe,
} from '@nestjs/common';
import type { ValidationError } from 'class-validator';

import { fieldsInvalid } from './common.problems.js';
import type { FieldProblem } from './problem.js';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function toFieldProblems(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escapePointer(error.property)}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
      pointer,
      code: rule === 'whitelistValidation' ? 'field_unknown' : snake(rule),
      detail: rule === 'whitelistValidation' ? 'Leave this field out: it is not part of the request.' : detail,
    }));
    // One message a field: the first that failed. Four messages about one empty field help nobody.
    return [...own.slice(-1), ...toFieldProblems(error.children ?? [], pointer)];
  });
}

/** Every body, query and path is checked against its class; what the class does not name is refused. */
export function validationPipe(): PipeTransform {
  const pipe = new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors) => fieldsInvalid(toFieldProblems(errors)),
  });
  return {
    transform(value: unknown, metadata: ArgumentMetadata): unknown {
      // Of another media type there is no body, and a class whose fields may all be left out would let that pass.
      if (metadata.type === 'body' && value === undefined) throw new UnsupportedMediaTypeException();
      return pipe.transform(value, metadata);
    },
  };
}
