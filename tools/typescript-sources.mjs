import { registerHooks } from 'node:module';

/**
 * Lets Node 24 run our TypeScript as it is, where nothing is built yet: it strips types by itself, but does not know
 * that our `./x.js` is written in `x.ts`. For the few files without decorators only; import this before them.
 */
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (problem) {
      if (!/^\.{1,2}\/.*\.js$/.test(specifier)) throw problem;
      return next(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
});
