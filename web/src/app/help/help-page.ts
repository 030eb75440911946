import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Button, TextInput } from '@panel/ui';
import { CurrentSession } from '../session/current-session.js';
import { LiveRegion } from '../shell/live-region.js';
import { ContactBlock } from '../statements/contact-block.js';
import { councilOf, noticeOfReader } from '../statements/notice.js';
import { findHelp, roleTopics, sharedTopics } from './find-help.js';

/** By role, by question, by word; the search looks at everything. What is typed stays on the page: it may be a child's name. */
@Component({
  imports: [Button, ContactBlock, FormField, RouterLink, TextInput],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Help</h1>
        <form novalidate role="search" (submit)="search($event)">
          <ui-input
            id="words"
            label="Search the help"
            hint="For example, upload or second factor"
            [formField]="form.words"
          />
          <button ui-button kind="secondary">Search</button>
        </form>
        @if (searched(); as words) {
          <h2 class="govuk-heading-m">{{ resultText() }}</h2>
          @if (found().length > 0) {
            <ul class="govuk-list govuk-list--spaced">
              @for (each of found(); track each.topic.slug + each.part.id) {
                <li>
                  <a class="govuk-link" [routerLink]="['/help', each.topic.slug]" [fragment]="each.part.id">{{
                    each.part.heading
                  }}</a>
                  <br /><span class="govuk-hint">{{ each.topic.title }}</span>
                </li>
              }
            </ul>
          } @else {
            <p class="govuk-body">Try another word, or fewer. You can also ask us, at the end of this page.</p>
          }
        }
        @if (session()) {
          <h2 class="govuk-heading-m">For you</h2>
          <ul class="govuk-list govuk-list--spaced">
            @for (topic of own(); track topic.slug) {
              <li>
                <a class="govuk-link" [routerLink]="['/help', topic.slug]">{{ topic.title }}</a>
              </li>
            }
            <li><a class="govuk-link" routerLink="/getting-started">Getting started: your first steps</a></li>
          </ul>
        }
        <h2 class="govuk-heading-m">By role</h2>
        <ul class="govuk-list govuk-list--spaced">
          @for (topic of roles; track topic.slug) {
            <li>
              <a class="govuk-link" [routerLink]="['/help', topic.slug]">{{ topic.title }}</a>
              <br /><span class="govuk-hint">{{ topic.summary }}</span>
            </li>
          }
        </ul>
        <h2 class="govuk-heading-m">For everybody</h2>
        <ul class="govuk-list govuk-list--spaced">
          @for (topic of shared; track topic.slug) {
            <li>
              <a class="govuk-link" [routerLink]="['/help', topic.slug]">{{ topic.title }}</a>
              <br /><span class="govuk-hint">{{ topic.summary }}</span>
            </li>
          }
        </ul>
        <h2 class="govuk-heading-m">Ask us</h2>
        @if (notice.hasValue()) {
          <app-contact [contact]="notice.value().service" [council]="councilName()" />
        }
        <p class="govuk-body">Do not write a child’s name in an email: the reference is enough.</p>
      </div>
    </div>
  `,
})
export class HelpPage {
  /** From the address. */
  readonly council = input<string>();

  private readonly live = inject(LiveRegion);
  protected readonly session = inject(CurrentSession).session;
  protected readonly notice = noticeOfReader(this.council);
  protected readonly councilName = computed(() => councilOf(this.notice.hasValue() ? this.notice.value() : undefined));
  protected readonly roles = roleTopics;
  protected readonly shared = sharedTopics;
  protected readonly own = computed(() => {
    const slugs = new Set((this.session()?.roles ?? []).map(({ role }) => role.replaceAll('_', '-')));
    return roleTopics.filter(({ slug }) => slugs.has(slug));
  });

  private readonly answers = signal({ words: '' });
  protected readonly form = form(this.answers);
  protected readonly searched = signal('');
  protected readonly found = computed(() => findHelp(this.searched()));
  protected readonly resultText = computed(() => {
    const count = this.found().length;
    return `${count === 0 ? 'No' : count} ${count === 1 ? 'result' : 'results'} for “${this.searched()}”`;
  });

  protected search(event: Event): void {
    event.preventDefault();
    this.searched.set(this.answers().words.trim());
    if (this.searched()) this.live.announce(this.resultText());
  }
}
