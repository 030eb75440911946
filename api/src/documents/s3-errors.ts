import { S3ServiceException } from '@aws-sdk/client-s3';

export const isAbsent = (error: unknown): boolean => statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket';

/** The store was told not to replace, and found something under the name. */
export const isRefusedAsPresent = (error: unknown): boolean => statusOf(error) === 412;

/**
 * Whether the same request may succeed in a moment: the store is busy, or there was no answer at all, or not all of one. No
 * request of ours does harm when it is made twice.
 */
export function isTemporary(error: unknown): boolean {
  const status = statusOf(error);
  return status === null ? !(error instanceof TypeError) : status >= 500 || [408, 409, 429].includes(status);
}

function statusOf(error: unknown): number | null {
  return error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? null) : null;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
