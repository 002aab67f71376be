import { type Finding, type FindingCode, type Judgement, SEVERITIES, type Verdict } from './verdict.js';

type Params = Finding['params'];

/** A finding that makes the verdict. */
export function error(code: FindingCode, params: Params = {}): Finding {
  return { code, severity: 'error', params };
}

/** A finding that does not change the verdict; also "differs from expected". */
export function warning(code: FindingCode, params: Params = {}): Finding {
  return { code, severity: 'warning', params };
}

/** A finding that only informs. */
export function info(code: FindingCode, params: Params = {}): Finding {
  return { code, severity: 'info', params };
}

/** A verdict with its findings, the gravest first and otherwise in the order given. */
export function judgement(
  verdict: Verdict,
  findings: readonly Finding[],
  best: number | null = null,
): Judgement {
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
  return { verdict, findings: [...findings].sort((one, other) => rank(one) - rank(other)), best };
}
