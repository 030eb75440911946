import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { Invitation, UserListItem } from '@panel/api-client';
import { listInvitationsResource } from '@panel/api-client/invitations/invitations.resource';
import { UsersService } from '@panel/api-client/users/users.service';
import { Button, Cell, Filter, instantText, Pagination, Table, type TableColumn, Tag, TextInput } from '@panel/ui';
import { JustDone, justDone } from '../home/page/just-done.js';
import { lastValue } from '../home/page/last-value.js';
import { LiveRegion } from '../shell/live-region.js';
import { Loading } from '../shell/loading.js';
import { ProblemMessage } from '../shell/problem-message.js';
import { PeopleSearch } from './people-search.js';
import { invitationStates, rolesText, userStates } from './user-words.js';

/** Everybody who works for the authority, and who is invited. The page is in the address, never whom somebody searches for. */
@Component({
  imports: [
    Button,
    Cell,
    Filter,
    FormField,
    JustDone,
    Loading,
    Pagination,
    ProblemMessage,
    RouterLink,
    Table,
    Tag,
    TextInput,
  ],
  template: `
    @if (users.error(); as error) {
      <app-problem [error]="error" (tryAgain)="users.reload()" />
    } @else if (page(); as page) {
      <app-just-done [text]="done" />
      <h1 class="govuk-heading-l">People</h1>
      <a ui-button routerLink="/users/invite">Invite somebody</a>
      @if (invitations().length > 0) {
        <h2 class="govuk-heading-m">Open invitations</h2>
        <ui-table
          caption="Open invitations"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="invitationColumns"
          [rows]="invitations()"
          [rowKey]="idOf"
        >
          <ng-template uiCell="state" [uiCellOf]="invitations()" let-row>
            <ui-tag [text]="invitationStates[row.state].text" [colour]="invitationStates[row.state].colour" />
          </ng-template>
        </ui-table>
        <h2 class="govuk-heading-m">People with an account</h2>
      }
      <ui-filter [tags]="tags()" (applied)="apply()" (removed)="show('')" (cleared)="show('')">
        <ui-input
          id="search"
          label="Search"
          hint="Part of the name or of the email address"
          type="search"
          [width]="20"
          [formField]="form.search"
        />
      </ui-filter>
      @if (page.items.length > 0) {
        <ui-table
          caption="People"
          isCaptionHidden
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="page.items"
          [rowKey]="idOf"
        >
          <ng-template uiCell="state" [uiCellOf]="page.items" let-row>
            <ui-tag [text]="userStates[row.state].text" [colour]="userStates[row.state].colour" />
          </ng-template>
        </ui-table>
        @if (after() || nextLink()) {
          <ui-pagination
            label="Pages of people"
            [previousLink]="after() ? linkTo() : undefined"
            previousLabel="Back to the first page"
            [nextLink]="nextLink()"
          />
        }
      } @else {
        <p class="govuk-body">Nobody fits what you searched for.</p>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class UserListPage {
  readonly after = input<string>();

  private readonly router = inject(Router);
  private readonly service = inject(UsersService);
  private readonly search = inject(PeopleSearch);
  private readonly live = inject(LiveRegion);

  protected readonly done = justDone();
  protected readonly users = rxResource({
    params: () => ({ search: this.search.words(), after: this.after() }),
    stream: ({ params: { search, after } }) => {
      const page = after ? { after } : {};
      return search ? this.service.searchUsers({ ...page, search }) : this.service.listUsers(page);
    },
  });
  protected readonly page = lastValue(this.users);
  private readonly invitationList = listInvitationsResource();
  protected readonly invitations = computed(() =>
    this.invitationList.hasValue() ? this.invitationList.value().items : [],
  );

  private readonly wanted = linkedSignal(() => ({ search: this.search.words() }));
  protected readonly form = form(this.wanted);
  protected readonly tags = computed(() => {
    const search = this.search.words();
    return search ? [{ key: 'search', text: `Search: ${search}` }] : [];
  });
  protected readonly nextLink = computed(() => {
    const next = this.page()?.nextAfter;
    return next ? this.linkTo(next) : undefined;
  });

  protected readonly columns: readonly TableColumn<UserListItem>[] = [
    { key: 'name', text: 'Name', value: ({ name }) => name, link: ({ id }) => `/users/${id}` },
    { key: 'email', text: 'Email address', value: ({ email }) => email },
    { key: 'roles', text: 'Roles', value: ({ roles }) => rolesText(roles) },
    { key: 'state', text: 'State', value: ({ state }) => userStates[state].text },
    {
      key: 'lastSignedInAt',
      text: 'Last signed in',
      value: ({ lastSignedInAt }) => (lastSignedInAt === null ? 'Not yet' : instantText(lastSignedInAt)),
    },
  ];
  protected readonly invitationColumns: readonly TableColumn<Invitation>[] = [
    { key: 'name', text: 'Name', value: ({ name }) => name, link: ({ id }) => `/users/invitations/${id}` },
    { key: 'email', text: 'Email address', value: ({ email }) => email },
    { key: 'roles', text: 'Roles', value: ({ roles }) => rolesText(roles) },
    { key: 'state', text: 'State', value: ({ state }) => invitationStates[state].text },
    { key: 'expiresAt', text: 'Link works until', value: ({ expiresAt }) => instantText(expiresAt) },
  ];
  protected readonly userStates = userStates;
  protected readonly invitationStates = invitationStates;
  protected readonly idOf = ({ id }: { readonly id: string }): string => id;

  constructor() {
    let isFirst = true;
    effect(() => {
      if (!this.users.hasValue()) return;
      const count = this.users.value().items.length;
      // The focus stays where it is when the list changes; the first one is read with the page.
      if (!isFirst) this.live.announce(count === 1 ? '1 person on this page' : `${count} people on this page`);
      isFirst = false;
    });
  }

  protected apply(): void {
    this.show(this.wanted().search);
  }

  protected show(search: string): void {
    this.search.words.set(search.trim());
    void this.router.navigateByUrl(this.linkTo());
  }

  protected linkTo(after?: string): string {
    return this.router.serializeUrl(this.router.createUrlTree(['/users'], { queryParams: after ? { after } : {} }));
  }
}
