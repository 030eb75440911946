import type { OpenAPIObject } from '@nestjs/swagger';
import { currentCriteria } from '@panel/risk';

import { emptyAnswers } from '../../assessments/assessment-mapping.js';
import { demoUpn } from '../../demo/demo-cohort-2021.js';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
}

type Ids = Readonly<Record<string, string>>;

const { version: criteriaVersion, criteria } = currentCriteria();
const validAssessment = {
  criteriaVersion,
  evidence: criteria.map(({ code: criterion }) => ({ criterion, strength: 'some' })),
  draftVersion: null,
};

/** Where a rule over several fields would refuse the example before anybody asks whose thing it is. By name of the schema. */
const changes: Readonly<Record<string, object>> = {
  RecordDecision: { outcome: 'advice_only', declineReason: null, contractId: null, units: null },
  DeclineReferral: { reasonCode: 'threshold_not_met', resourceIds: [] },
  ReturnReferral: { items: [{ section: 'needs', field: '', question: 'What works?' }] },
  SaveToolkitResource: { needs: [], phases: [], declineReasons: [], links: [], validTo: null },
  AssignCases: { assigneeId: null },
  SaveView: { conditions: {} },
  CreateAssessment: validAssessment,
  AssessmentAnswers: emptyAnswers(),
  GrantRole: { role: 'administrator', schoolId: null, providerId: null },
  WithdrawConsent: { panelSchools: true, providers: true },
  RecordSignedForm: { hasCompared: true },
  SignReferralOff: { hasConfirmed: true },
  ReleaseAccessPack: { hasReadAll: true },
  CorrectSchool: { postcode: 'LE15 6AA' },
  MergeChildren: { keptVersion: 1, mergedVersion: 1 },
  SaveFormDraft: { answers: { text: 'Words' } },
  GiveConsent: { panelSchools: true, providers: true },
};

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

function operationOf(document: OpenAPIObject, method: string, path: string): Operation | undefined {
  const operations: Readonly<Record<string, unknown>> = {
    ...document.paths[`/api${path.replaceAll(/:(\w+)/g, '{$1}')}`],
  };
  return operations[method] as Operation | undefined;
}

/** The schema of what a route accepts as JSON; null when it takes no body. */
export function bodySchemaOf(document: OpenAPIObject, method: string, path: string): Schema | null {
  return operationOf(document, method, path)?.requestBody?.content?.['application/json']?.schema ?? null;
}

export function queryNamesOf(document: OpenAPIObject, method: string, path: string): string[] {
  const parameters = operationOf(document, method, path)?.parameters ?? [];
  return parameters.flatMap(({ name, in: place }) => (place === 'query' ? [name] : []));
}

/**
 * A body that the contract allows, made from the contract: so every route gets past its validation to the question of whose
 * things these are. `ids` says which id a field of a name carries.
 */
export function exampleBody(document: OpenAPIObject, schema: Schema, ids: Ids, name = ''): unknown {
  const resolved = resolve(document, schema);
  if (resolved.enum) return resolved.enum[0];
  if (resolved.properties) {
    const example = Object.entries(resolved.properties).map(([key, value]) => [
      key,
      exampleBody(document, value, ids, key),
    ]);
    return { ...Object.fromEntries(example), ...changes[nameOf(schema)] };
  }
  switch (resolved.type) {
    case 'array':
      return resolved.items ? [exampleBody(document, resolved.items, ids, name.replace(/s$/, ''))] : [];
    case 'integer':
    case 'number':
      return Math.max(resolved.minimum ?? 1, 1);
    case 'boolean':
      return false;
    default:
      return exampleText(resolved, ids, name);
  }
}

function exampleText({ format }: Schema, ids: Ids, name: string): string {
  if (format === 'uuid') return ids[name] ?? '00000000-0000-4000-8000-000000000000';
  if (format === 'date') return '2026-11-20';
  if (format === 'date-time') return '2026-11-20T10:00:00Z';
  if (name === 'upn') return demoUpn(2099, 999);
  if (/email/i.test(name)) return 'somebody@test.example';
  if (/address|url|issuer/i.test(name)) return 'https://issuer.test.example';
  return 'Words of an example, long enough for a password.';
}

function nameOf({ $ref }: Schema): string {
  return $ref?.split('/').at(-1) ?? '';
}

function resolve(document: OpenAPIObject, schema: Schema): Schema {
  const inner = schema.allOf?.[0] ?? schema.oneOf?.[0];
  if (inner) return resolve(document, inner);
  if (schema.$ref === undefined) return schema;
  return resolve(document, (document.components?.schemas?.[nameOf(schema)] ?? {}) as Schema);
}
