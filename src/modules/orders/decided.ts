import type { Decision } from '../../core/orders/order.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { ErrorCode } from '../../platform/errors/codes.js';

/** What was decided; throws the refusal with its code otherwise. */
export function decided<Value, Code extends ErrorCode>(decision: Decision<Value, Code>): Value {
  if (decision.ok) return decision.value;
  throw new AppError(decision.code, decision.params);
}
