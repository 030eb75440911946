import { join } from 'node:path';

import { root } from '../workspace.mjs';
import { noBacktracking } from './backtracking.mjs';
import { featuresLookLeft } from './features-look-left.mjs';
import { forbidImports, forbidSyntax } from './forbid.mjs';

const pure = 'A domain library computes from its arguments alone';

/** The rules of the style guide that no published plugin has. */
export default {
  meta: { name: 'panel' },
  rules: {
    'no-clock': forbidSyntax([
      ['NewExpression[callee.name="Date"][arguments.length=0]', `${pure}: today is an argument.`],
      ['NewExpression[callee.name="Date"][arguments.length>1]', `${pure}: this depends on the machine's time zone.`],
      ['CallExpression[callee.name="Date"]', `${pure}: today is an argument.`],
      ['MemberExpression[object.name="Date"][property.name="now"]', `${pure}: today is an argument.`],
      [':matches(Identifier, MemberExpression > Identifier)[name="performance"]', `${pure}: time is an argument.`],
    ]),
    'no-randomness': forbidSyntax([
      ['MemberExpression[object.name="Math"][property.name="random"]', `${pure}: the seed is an argument.`],
      ['Identifier[name="crypto"]', `${pure}: the seed is an argument.`],
    ]),
    'no-packages': forbidImports(
      (name) => !/^(\.{1,2}\/|@panel\/)/.test(name),
      'A domain library imports no package, of npm or of Node: only other domain libraries.',
    ),
    'no-process-env': forbidSyntax([
      ['MemberExpression[object.name="process"][property.name="env"]', envMessage()],
      ['MemberExpression[object.name="process"][property.value="env"]', envMessage()],
      ['VariableDeclarator[init.name="process"] > ObjectPattern', envMessage()],
      ['ImportDeclaration[source.value=/^(node:)?process$/]', envMessage()],
    ]),
    'no-typeorm-here': forbidImports(
      (name) => /^(typeorm|@nestjs\/typeorm)(\/|$)/.test(name),
      'Only *.entity, *.repository, *.query, *.module and database/ know TypeORM. Ask a question of a repository.',
    ),
    'no-forward-ref': forbidSyntax([
      ['CallExpression[callee.name="forwardRef"]', 'A circle between features: move what both need to the left one.'],
    ]),
    'no-focused-tests': forbidSyntax([
      ['CallExpression[callee.name=/^(fit|fdescribe|ftest)$/]', onlyMessage()],
      ['MemberExpression[object.name=/^(it|test|describe)$/][property.name="only"]', onlyMessage()],
      ['MemberExpression[object.object.name=/^(it|test|describe)$/][property.name="only"]', onlyMessage()],
    ]),
    'no-bypassed-sanitiser': forbidSyntax([
      ['Identifier[name=/^bypassSecurityTrust/]', 'Angular cleans what it shows. Build elements, or show text.'],
    ]),
    'no-raw-html': forbidSyntax([
      [':matches(MemberExpression, AssignmentExpression)[property.name=/^(inner|outer)HTML$/]', htmlMessage()],
      [
        'MemberExpression[property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)$/]',
        htmlMessage(),
      ],
      ['MemberExpression[object.name="document"][property.name=/^(write|writeln)$/]', htmlMessage()],
      ['Literal[value=/(^|[\\s"\'])\\[?(inner|outer)HTML\\]?\\s*=|\\[?srcdoc\\]?\\s*=/]', htmlMessage()],
      ['TemplateElement[value.raw=/\\[?(inner|outer)HTML\\]?\\s*=|\\[?srcdoc\\]?\\s*=/]', htmlMessage()],
      ['NewExpression[callee.name="DOMParser"]', htmlMessage()],
    ]),
    'no-backtracking': noBacktracking,
    'features-look-left': featuresLookLeft(join(root, 'api/src')),
  },
};

function envMessage() {
  return 'Only config/environment.ts reads process.env: one place says which settings exist.';
}

function htmlMessage() {
  return 'Text that becomes HTML can run. Build elements in a template; charts go through [uiSvg].';
}

function onlyMessage() {
  return 'With this, all other tests are silently left out.';
}
