import { ListOf, Text, Uuid } from '../common/fields.js';
import type { SchoolEntity } from './school.entity.js';

export class School {
  @Uuid()
  id: string;

  @Text({ max: 6 })
  urn: string;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 20 })
  phase: string;
}

export class SchoolList {
  @ListOf(() => School)
  items: School[];
}

export function toSchool(entity: SchoolEntity): School {
  return { id: entity.id, urn: entity.urn, name: entity.name, phase: entity.phase };
}
