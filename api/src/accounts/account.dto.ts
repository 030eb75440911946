import { Email, Text } from '../common/fields.js';

export class RequestPasswordReset {
  @Email()
  email: string;
}

export class ResetPassword {
  @Text({ max: 100, min: 1 })
  token: string;

  @Text({ max: 1_000, min: 1 })
  password: string;
}

export class ChangePassword {
  @Text({ max: 1_000, min: 1 })
  password: string;
}

export class RequestEmailChange {
  @Email()
  email: string;
}

export class ConfirmEmailChange {
  @Text({ max: 100, min: 1 })
  token: string;
}

export class ConfirmedEmail {
  @Email()
  email: string;
}
