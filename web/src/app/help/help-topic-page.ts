import { afterNextRender, Component, computed, effect, inject, input } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Breadcrumbs, UiUrl } from '@panel/ui';
import { BeforeMain } from '../shell/before-main.js';
import { PageTitle } from '../shell/page-title.js';
import { Problem } from '../shell/problem.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { helpTopics } from './find-help.js';

@Component({
  imports: [BeforeMain, Breadcrumbs, ProblemMessage, RouterLink, UiUrl],
  template: `
    @if (topic(); as topic) {
      <ui-breadcrumbs *appBeforeMain [items]="breadcrumbs" />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{{ topic.title }}</h1>
          @for (part of topic.parts; track part.id) {
            <section [id]="part.id" [attr.aria-labelledby]="part.id + '-heading'">
              <h2 class="govuk-heading-m" [id]="part.id + '-heading'" tabindex="-1">{{ part.heading }}</h2>
              @if (part.steps; as steps) {
                <ol class="govuk-list govuk-list--number">
                  @for (step of steps; track $index) {
                    <li>{{ step }}</li>
                  }
                </ol>
              }
              @if (part.list; as list) {
                <ul class="govuk-list govuk-list--bullet">
                  @for (line of list; track $index) {
                    <li>{{ line }}</li>
                  }
                </ul>
              }
              @for (line of part.text ?? []; track $index) {
                <p class="govuk-body">{{ line }}</p>
              }
              @for (link of part.links ?? []; track link.link) {
                <p class="govuk-body">
                  <a class="govuk-link" [routerLink]="link.link | uiUrl">{{ link.text }}</a>
                </p>
              }
            </section>
          }
        </div>
      </div>
    } @else {
      <app-problem [error]="unknown" />
    }
  `,
})
export class HelpTopicPage {
  readonly slug = input.required<string>();

  protected readonly breadcrumbs = [{ text: 'Help', link: '/help' }];
  protected readonly topic = computed(() => helpTopics.find(({ slug }) => slug === this.slug()));

  protected readonly unknown = new Problem(404, 'not_found', 'Page not found', '');

  constructor() {
    const title = inject(PageTitle);
    const { fragment } = inject(ActivatedRoute).snapshot;
    effect(() => title.name(this.topic()?.title ?? 'Page not found'));
    afterNextRender(() => {
      if (fragment) document.getElementById(`${fragment}-heading`)?.focus();
    });
  }
}
