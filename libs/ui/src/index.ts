export * from './dates.js';
export * from './links.js';

export { Button } from './content/button.js';
export { Details } from './content/details.js';
export { InsetText } from './content/inset-text.js';
export { NotificationBanner } from './content/notification-banner.js';
export { Panel } from './content/panel.js';
export { SummaryList, type SummaryRow } from './content/summary-list.js';
export { Tag, type TagColour } from './content/tag.js';
export { WarningText } from './content/warning-text.js';

export { ChartFigure, type ChartTable } from './figures/chart-figure.js';
export { FigureNumber } from './figures/figure-number.js';
export { ProgressBar } from './figures/progress-bar.js';

export { Checkboxes, type CheckboxOption } from './forms/checkboxes.js';
export { Conditional } from './forms/conditional.js';
export { DateInput, dateParts, type DateParts, dateValue } from './forms/date-input.js';
export { ErrorMessage } from './forms/error-message.js';
export { ErrorSummary, type FieldError } from './forms/error-summary.js';
export { type LabelSize } from './forms/field.js';
export { Fieldset } from './forms/fieldset.js';
export { FileUpload } from './forms/file-upload.js';
export { focusField } from './forms/focus-field.js';
export { Hint } from './forms/hint.js';
export { type Option } from './forms/option.js';
export { PasswordInput } from './forms/password-input.js';
export { Radios } from './forms/radios.js';
export { type SavedState, SavedStateStatus } from './forms/saved-state.js';
export { Select } from './forms/select.js';
export { type InputWidth, TextInput } from './forms/text-input.js';
export { Textarea } from './forms/textarea.js';

export { Cell, type CellContext } from './lists/cell.js';
export { Filter, type FilterTag } from './lists/filter.js';
export { IdentityBar, type IdentityFact } from './lists/identity-bar.js';
export { type PageItem, Pagination } from './lists/pagination.js';
export { ScrollRegion } from './lists/scroll-region.js';
export { Table, type TableColumn, type TableSort } from './lists/table.js';
export { type Task, TaskList } from './lists/task-list.js';
export { Timeline, type TimelineEvent } from './lists/timeline.js';

export { BackLink } from './page/back-link.js';
export { type Breadcrumb, Breadcrumbs } from './page/breadcrumbs.js';
export { Dialog } from './page/dialog.js';
export { Footer } from './page/footer.js';
export { Header } from './page/header.js';
export { PhaseBanner } from './page/phase-banner.js';
export { type NavigationItem, ServiceNavigation } from './page/service-navigation.js';
export { SkipLink } from './page/skip-link.js';
export { SubNavigation } from './page/sub-navigation.js';
