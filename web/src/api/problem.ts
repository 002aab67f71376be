/** One complaint about one field of what was sent. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface ProblemFacts {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldProblem[];
  readonly requestId?: string;
  /** Seconds until another try makes sense (Retry-After). */
  readonly retryAfter?: number;
}

/** A refusal of the server (problem+json, RFC 9457), or the news that it could not be reached (code `offline`). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldProblem[];
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(facts: ProblemFacts) {
    super(facts.detail || facts.code);
    this.name = 'ApiProblem';
    this.status = facts.status;
    this.code = facts.code;
    this.title = facts.title;
    this.detail = facts.detail;
    this.params = facts.params ?? {};
    this.errors = facts.errors ?? [];
    this.requestId = facts.requestId;
    this.retryAfter = facts.retryAfter;
  }
}

/** Reads a refusal; an answer that is no problem+json (a proxy's page) becomes one with the code `no_answer`. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const known = Number.isFinite(retryAfter) ? { retryAfter } : {};
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    const facts = (await response.json()) as ProblemFacts;
    return new ApiProblem({ ...facts, status: response.status, ...known });
  }
  return new ApiProblem({ status: response.status, code: 'no_answer', title: '', detail: '', ...known });
}

/** Whether a failure is a refusal with this code. */
export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}
