/* Lints texts as if they stood in files of the project. For rules.spec.mjs: cases come on standard input as JSON. */
import { text as read } from 'node:stream/consumers';

import { ESLint } from 'eslint';

import { root } from './workspace.mjs';

const eslint = new ESLint({ cwd: root });
const findings = [];
for (const { file, text } of JSON.parse(await read(process.stdin))) {
  const [result] = await eslint.lintText(text, { filePath: file });
  findings.push(result.messages.map(({ ruleId, message }) => ({ rule: ruleId, message })));
}
process.stdout.write(JSON.stringify(findings));
