import { Directive, effect, ElementRef, inject, input } from '@angular/core';

/** What browsers with Trusted Types offer; TypeScript's DOM library does not know it yet. */
interface TrustedTypePolicies {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}

/** Elements that can run code or load something: no chart has one. */
const dangerous = 'script, foreignObject, iframe, image, use, a, animate, set, style';

/**
 * Shows an SVG made by `@panel/charts`. Angular's `innerHTML` drops SVG, so the text is parsed as XML, which runs
 * nothing, and anything that could act is taken out before it enters the page.
 */
@Directive({ selector: '[uiSvg]' })
export class Svg {
  readonly uiSvg = input.required<string>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => {
      const root = parsedSvg(this.uiSvg());
      host.replaceChildren(...(root ? [host.ownerDocument.importNode(root, true)] : []));
    });
  }
}

let policy: { createHTML(text: string): string } | undefined;

/** The `<svg>` element, or nothing when the text is no SVG. */
export function parsedSvg(text: string): Element | undefined {
  // Where the content security policy asks for Trusted Types, it must allow the policy "panel-charts".
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- not every browser has it, and lib.dom lacks it
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicies };
  policy ??= trustedTypes?.createPolicy('panel-charts', { createHTML: (svg) => svg }) ?? {
    createHTML: (svg) => svg,
  };
  const root = new DOMParser().parseFromString(policy.createHTML(text), 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') return undefined;

  for (const element of root.querySelectorAll(dangerous)) element.remove();
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name } of [...element.attributes]) {
      if (name.startsWith('on') || name === 'style' || name.endsWith('href')) element.removeAttribute(name);
    }
  }
  return root;
}
