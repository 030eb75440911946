/** The form of `personal-data.json`, sent along so that another system can read it without us. */
export const packSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Personal data held on one child',
  description:
    'One section for each kind of record, in the order of the work. A row has the names of the record’s fields; values are texts, numbers, booleans, null, or lists and objects of these. Amounts end in _pence and are whole pence; days are YYYY-MM-DD; instants carry their offset from UTC. Redacted text reads “[redacted: …]”.',
  type: 'object',
  required: ['schemaVersion', 'authority', 'request', 'collectedOn', 'sections'],
  additionalProperties: false,
  properties: {
    schemaVersion: { const: 1 },
    authority: { type: 'string' },
    request: { type: 'string', description: 'The reference of the request.' },
    collectedOn: { type: 'string', format: 'date' },
    sections: {
      type: 'array',
      items: {
        type: 'object',
        required: ['table', 'heading', 'rows'],
        additionalProperties: false,
        properties: {
          table: { type: 'string', description: 'Stable name of the kind of record.' },
          heading: { type: 'string' },
          rows: { type: 'array', items: { type: 'object' } },
        },
      },
    },
  },
} as const;
