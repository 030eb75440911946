import { DOCUMENT, Component, inject, input, output } from '@angular/core';
import { Button } from '@panel/ui/content/button';
import { WarningText } from '@panel/ui/content/warning-text';

/** Ten codes, shown once: to print, to save, and then to say that one has them. */
@Component({
  selector: 'app-recovery-codes',
  imports: [Button, WarningText],
  template: `
    <p class="govuk-body">
      If you lose your phone or security key, one of these codes lets you in instead. Each works once. Keep them where
      you keep important papers, not on the same device.
    </p>
    <ui-warning-text>These codes are shown only now.</ui-warning-text>
    <ol class="govuk-list app-recovery-codes" aria-label="Your recovery codes">
      @for (code of codes(); track code) {
        <li class="app-code-text">{{ code }}</li>
      }
    </ol>
    <div class="govuk-button-group">
      <button ui-button type="button" kind="secondary" (click)="print()">Print the codes</button>
      <button ui-button type="button" kind="secondary" (click)="save()">Save the codes as a file</button>
    </div>
    <button ui-button type="button" (click)="kept.emit()">I have kept the codes</button>
  `,
})
export class RecoveryCodes {
  readonly codes = input.required<readonly string[]>();
  readonly kept = output();

  private readonly document = inject(DOCUMENT);

  protected print(): void {
    this.document.defaultView?.print();
  }

  protected save(): void {
    const text = `Recovery codes of the Inclusion Panel. Each works once.\r\n\r\n${this.codes().join('\r\n')}\r\n`;
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = this.document.createElement('a');
    link.href = address;
    link.download = 'recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(address);
  }
}
