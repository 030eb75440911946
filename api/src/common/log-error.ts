interface DriverError {
  readonly name: string;
  readonly code: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly stack?: string;
}

/** Kinds of error whose message quotes what somebody sent: broken JSON, a value that Postgres does not take, an address. */
const quoting: readonly string[] = ['SyntaxError', 'QueryFailedError', 'URIError'];

/**
 * What may be logged of an error: its kind, its code, where it was thrown, and its message only where that is written by
 * programmers. The message of a database or of a parser repeats what somebody typed, which may be a child's name.
 */
export function loggableError(error: unknown): string {
  if (!isError(error)) return 'something that is no error was thrown';
  const driver = driverErrorOf(error);
  const parts = [error.name];
  if (driver) {
    parts.push(driver.code, ...[driver.table, driver.constraint].filter((each) => each !== undefined));
  } else if (!quoting.includes(error.name) && !hasCode(error, 'ERR_INVALID_URL')) {
    parts.push(error.message);
  }
  return `${parts.join(' ')}\n${frames(error.stack)}`;
}

function isError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'name' in error && 'message' in error;
}

function hasCode(error: object, code: string): boolean {
  return 'code' in error && error.code === code;
}

/** What Postgres said, which TypeORM wraps. */
function driverErrorOf(error: Error): DriverError | null {
  const inner: unknown = 'driverError' in error ? error.driverError : error;
  return isDriverError(inner) ? inner : null;
}

function isDriverError(error: unknown): error is DriverError {
  return typeof error === 'object' && error !== null && 'severity' in error && 'code' in error;
}

/** Without the first line, which is the message again. */
function frames(stack: string | undefined): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20)
    .join('\n');
}
