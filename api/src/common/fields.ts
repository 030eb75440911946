import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isIsoDate } from '@panel/reference';

/**
 * One decorator a field: it validates what comes in and documents it in OpenAPI, so the two cannot part.
 * `nullable` answers may be null; `optional` ones may be left out. Everything else is required.
 */
interface FieldOptions {
  readonly nullable?: boolean;
  readonly optional?: boolean;
  readonly description?: string;
}

type Decorator = PropertyDecorator;

function presence(options: FieldOptions): Decorator[] {
  const rules: Decorator[] = [];
  if (options.optional) rules.push(ValidateIf((_, value) => value !== undefined));
  if (options.nullable) rules.push(IsOptional());
  return rules;
}

function documented(options: FieldOptions): { required: boolean; nullable?: boolean; description?: string } {
  return {
    required: !options.optional,
    ...(options.nullable && { nullable: true }),
    ...(options.description !== undefined && { description: options.description }),
  };
}

/** Free text. `max` counts UTF-16 units, as the browser does. NUL and half a surrogate pair are refused: Postgres cannot hold them. */
export function Text(options: FieldOptions & { readonly max: number; readonly min?: number }): Decorator {
  const min = options.min ?? 0;
  return applyDecorators(
    ...presence(options),
    IsString({ message: 'Send text here.' }),
    MaxLength(options.max, { message: `Shorten this to ${options.max} characters or fewer.` }),
    Matches(min > 0 ? /\S/ : /^/, { message: 'Enter an answer.' }),
    // eslint-disable-next-line no-control-regex -- the control character is the point
    Matches(/^[^\u0000\p{Cs}]*$/u, { message: 'Remove the characters that cannot be read.' }),
    ApiProperty({ ...documented(options), type: String, maxLength: options.max, ...(min > 0 && { minLength: min }) }),
  );
}

/** Half a character, at which the check of an address would fail instead of refusing it, becomes one that no address has. */
const toAddress = (text: string): string => (/\p{Surrogate}/u.test(text) ? '\u0000' : text.trim().toLowerCase());

/** An e-mail address that mail can be sent to, in lower case from here on. */
export function Email(options: FieldOptions = {}): Decorator {
  return applyDecorators(
    ...presence(options),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? toAddress(value) : value)),
    IsEmail(
      { allow_display_name: false, allow_ip_domain: false, allow_utf8_local_part: false, require_tld: true },
      { message: 'Enter an email address in the correct format, like name@example.com' },
    ),
    MaxLength(320, { message: 'Shorten this to 320 characters or fewer.' }),
    ApiProperty({ ...documented(options), type: String, format: 'email', maxLength: 320 }),
  );
}

export function Uuid(options: FieldOptions = {}): Decorator {
  return applyDecorators(
    ...presence(options),
    IsUUID('all', { message: 'Choose one from the list.' }),
    ApiProperty({ ...documented(options), type: String, format: 'uuid' }),
  );
}

/** A calendar date 'YYYY-MM-DD' that exists. */
export function DateOnly(options: FieldOptions = {}): Decorator {
  return applyDecorators(
    ...presence(options),
    isRealDate(),
    ApiProperty({ ...documented(options), type: String, format: 'date' }),
  );
}

function isRealDate(): Decorator {
  return (target, propertyKey) => {
    registerDecorator({
      name: 'isRealDate',
      target: target.constructor,
      propertyName: String(propertyKey),
      options: { message: 'Enter a real date, as year, month and day.' },
      validator: { validate: (value: unknown) => typeof value === 'string' && isIsoDate(value) },
    });
  };
}

/** An instant, only in answers. */
export function Instant(options: FieldOptions = {}): Decorator {
  return ApiProperty({ ...documented(options), type: String, format: 'date-time' });
}

export function OneOf(values: readonly string[], options: FieldOptions & { readonly name?: string } = {}): Decorator {
  return applyDecorators(
    ...presence(options),
    IsIn([...values], { message: `Choose one of: ${values.join(', ')}.` }),
    ApiProperty({
      ...documented(options),
      enum: [...values],
      ...(options.name !== undefined && { enumName: options.name }),
    }),
  );
}

export function YesNo(options: FieldOptions = {}): Decorator {
  return applyDecorators(
    ...presence(options),
    IsBoolean({ message: 'Answer true or false.' }),
    ApiProperty({ ...documented(options), type: Boolean }),
  );
}

interface NumberOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

export function WholeNumber(options: NumberOptions = {}): Decorator {
  const min = options.min ?? Number.MIN_SAFE_INTEGER;
  const max = options.max ?? Number.MAX_SAFE_INTEGER;
  return applyDecorators(
    ...presence(options),
    IsInt({ message: 'Enter a whole number.' }),
    Min(min, { message: `Enter ${min} or more.` }),
    Max(max, { message: `Enter ${max} or less.` }),
    ApiProperty({
      ...documented(options),
      type: 'integer',
      ...(options.min !== undefined && { minimum: options.min }),
      ...(options.max !== undefined && { maximum: options.max }),
    }),
  );
}

/** A number with at most `places` decimals, such as weekly hours (32.5). */
export function Decimal(options: NumberOptions & { readonly places: number }): Decorator {
  const min = options.min ?? 0;
  const max = options.max ?? Number.MAX_SAFE_INTEGER;
  return applyDecorators(
    ...presence(options),
    IsNumber(
      { maxDecimalPlaces: options.places, allowNaN: false, allowInfinity: false },
      { message: `Enter a number with at most ${options.places} decimal places.` },
    ),
    Min(min, { message: `Enter ${min} or more.` }),
    Max(max, { message: `Enter ${max} or less.` }),
    ApiProperty({
      ...documented(options),
      type: Number,
      minimum: min,
      ...(options.max !== undefined && { maximum: max }),
    }),
  );
}

/** Whole pence. The upper bound (£1,000 million) keeps every sum of them a safe integer. */
export function PenceField(options: NumberOptions = {}): Decorator {
  return WholeNumber({ min: 0, max: 100_000_000_000, ...options });
}

/** What was typed into some form, by field: kept as it is. Postgres can hold neither NUL nor half a surrogate pair. */
export function FreeAnswers(options: FieldOptions & { readonly maxCharacters: number }): Decorator {
  const { required: selfRequired, ...others } = documented(options);
  return applyDecorators(
    ...presence(options),
    IsObject({ message: 'Send an object here.' }),
    isStorable(options.maxCharacters),
    ApiProperty({ ...others, selfRequired, type: 'object', additionalProperties: true }),
  );
}

function isStorable(maxCharacters: number): Decorator {
  return (target, propertyKey) => {
    registerDecorator({
      name: 'isStorable',
      target: target.constructor,
      propertyName: String(propertyKey),
      options: { message: `Send at most ${maxCharacters} characters, and none that cannot be read.` },
      validator: {
        validate: (value: unknown) => {
          if (typeof value !== 'object') return false; // what was not sent has no text at all
          const texts: string[] = [];
          const written = JSON.stringify(value, (name, part: unknown) => {
            texts.push(name, typeof part === 'string' ? part : '');
            return part;
          });
          // eslint-disable-next-line no-control-regex -- the control character is the point
          return written.length <= maxCharacters && texts.every((text) => /^[^\u0000\p{Cs}]*$/u.test(text));
        },
      },
    });
  };
}

/** A part with fields of its own. */
export function Nested(type: () => new () => object, options: FieldOptions = {}): Decorator {
  return applyDecorators(
    ...presence(options),
    // Nested rules alone let through what was not sent at all.
    IsObject({ message: 'Send an object here.' }),
    ValidateNested({ message: 'Send an object here.' }),
    Type(type),
    // Swagger knows a lazy type by the name of the function: it must be called `type`.
    ApiProperty({ ...documented(options), type: () => type() }),
  );
}

export function ListOf(
  type: () => new () => object,
  options: FieldOptions & { readonly max?: number } = {},
): Decorator {
  return applyDecorators(
    ...presence(options),
    IsArray({ message: 'Send a list here.' }),
    ArrayMaxSize(options.max ?? 1000, { message: `Send at most ${options.max ?? 1000} entries.` }),
    // Nested rules alone look into lists within the list, however deep, and let an empty one through.
    IsObject({ each: true, message: 'Send an object for each entry.' }),
    ValidateNested({ each: true, message: 'Send an object for each entry.' }),
    Type(type),
    ApiProperty({ ...documented(options), type: () => type(), isArray: true }),
  );
}

/** Short texts, such as codes or domains. */
export function Texts(options: FieldOptions & { readonly max: number; readonly entries: number }): Decorator {
  return applyDecorators(
    ...presence(options),
    IsArray({ message: 'Send a list here.' }),
    ArrayMaxSize(options.entries, { message: `Send at most ${options.entries} entries.` }),
    IsString({ each: true, message: 'Send a list of texts here.' }),
    MaxLength(options.max, { each: true, message: `Shorten each to ${options.max} characters or fewer.` }),
    // eslint-disable-next-line no-control-regex -- the control character is the point
    Matches(/^[^\u0000]*$/, { each: true, message: 'Remove the characters that cannot be read.' }),
    ApiProperty({
      ...documented(options),
      type: 'array',
      items: { type: 'string', maxLength: options.max },
      maxItems: options.entries,
    }),
  );
}

export function TextList(options: FieldOptions = {}): Decorator {
  return ApiProperty({ ...documented(options), type: String, isArray: true });
}
