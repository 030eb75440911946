import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { Injectable } from '@nestjs/common';
import { cleanFileName } from '@panel/case-rules';
import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';

import {
  extractMissing,
  extractNotCsv,
  laCodesInvalid,
  schoolFileLengthMissing,
  schoolFileTooLarge,
  schoolFormUnknown,
  schoolUploadBroken,
} from './school-import.problems.js';

/** A whole extract of England is some 60 MB. */
export const SCHOOL_FILES_MAX_BYTES = 100 * 1024 * 1024;
const formBytes = 16 * 1024;
/** Pieces of a size that the database takes one by one. */
const pieceBytes = 4 * 1024 * 1024;
const codesMax = 160;

export type SchoolFileKind = 'extract' | 'links';

export interface UploadedSchoolFile {
  readonly kind: SchoolFileKind;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Each compressed by itself; in order they are the file. */
  readonly pieces: readonly Buffer[];
}

export interface UploadedSchoolFiles {
  readonly extract: UploadedSchoolFile;
  readonly links: UploadedSchoolFile | null;
  readonly laCodes: readonly string[];
}

const compress = promisify(gzip);

/** Takes the files out of a form, compressed piece by piece: an extract shrinks to a fifth, so it is never held whole. */
@Injectable()
export class SchoolFileUpload {
  async receive(request: Request, response: Response): Promise<UploadedSchoolFiles> {
    if (!request.is('multipart/form-data')) throw schoolFormUnknown();
    const length = Number(request.headers['content-length']);
    if (!Number.isSafeInteger(length)) throw schoolFileLengthMissing();
    if (length > SCHOOL_FILES_MAX_BYTES + formBytes) throw schoolFileTooLarge();

    const files = new Map<string, UploadedSchoolFile>();
    await readForm(request, response, files);
    const extract = files.get('extract');
    const links = files.get('links') ?? null;
    if (!extract || extract.sizeBytes === 0) throw extractMissing();
    for (const { kind, name } of files.values()) if (!/\.csv$/i.test(name)) throw extractNotCsv(`/${kind}`);
    const body: unknown = request.body;
    return { extract, links: links && links.sizeBytes > 0 ? links : null, laCodes: readLaCodes(body) };
  }
}

function readForm(request: Request, response: Response, files: Map<string, UploadedSchoolFile>): Promise<void> {
  const storage: StorageEngine = {
    _handleFile(_request, { fieldname, originalname, stream }, done) {
      keep(fieldname === 'links' ? 'links' : 'extract', cleanFileName(originalname), stream).then(
        (file) => {
          files.set(file.kind, file);
          done(null, { size: file.sizeBytes });
        },
        (error: unknown) => done(error),
      );
    },
    _removeFile: (_request, _file, done) => done(null),
  };
  const limits = { fileSize: SCHOOL_FILES_MAX_BYTES, files: 2, parts: 3, fields: 1, fieldSize: 1_000, headerPairs: 20 };
  const read = multer({ storage, limits, defParamCharset: 'utf8' }).fields([
    { name: 'extract', maxCount: 1 },
    { name: 'links', maxCount: 1 },
  ]);
  return new Promise((resolve, reject) => {
    read(request, response, (error: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(toProblem(error, request));
    });
  });
}

async function keep(kind: SchoolFileKind, name: string, stream: AsyncIterable<unknown>): Promise<UploadedSchoolFile> {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let sizeBytes = 0;
  const flush = async (): Promise<void> => {
    if (waitingBytes === 0) return;
    pieces.push(await compress(Buffer.concat(waiting)));
    waiting = [];
    waitingBytes = 0;
  };
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a file comes as bytes');
    hash.update(chunk);
    sizeBytes += chunk.length;
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes >= pieceBytes) await flush();
  }
  await flush();
  return { kind, name, sizeBytes, sha256: hash.digest('hex'), pieces };
}

function readLaCodes(body: unknown): readonly string[] {
  const text: unknown = typeof body === 'object' && body !== null && 'laCodes' in body ? body.laCodes : '';
  if (typeof text !== 'string') throw laCodesInvalid();
  const codes = [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ''))];
  if (codes.length > codesMax || codes.some((code) => !/^\d{3}$/.test(code))) throw laCodesInvalid();
  return codes.toSorted();
}

function toProblem(error: unknown, request: Request): Error {
  if (error instanceof multer.MulterError) {
    return error.code === 'LIMIT_FILE_SIZE' ? schoolFileTooLarge() : schoolFormUnknown();
  }
  const isBroken =
    request.destroyed || (error instanceof Error && /Unexpected end of form|Malformed|Boundary/i.test(error.message));
  if (isBroken) return schoolUploadBroken();
  return error instanceof Error ? error : new Error('the form could not be read', { cause: error });
}
