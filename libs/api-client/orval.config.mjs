import { defineConfig } from 'orval';

/** The Angular client, one file a tag: reads as resources, writes as awaited calls. Nobody edits what it writes. */
export default defineConfig({
  panel: {
    input: { target: './openapi.json' },
    output: {
      mode: 'tags-split',
      target: './src/generated/panel.ts',
      schemas: './src/generated/model',
      client: 'angular',
      clean: true,
      override: {
        angular: { retrievalClient: 'both' },
      },
    },
  },
});
