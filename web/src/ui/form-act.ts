import type { UseFormReturnType } from '@mantine/form';
import { useRef, useState } from 'react';
import { idempotencyKey, type KeyHeader } from '../api/client.js';
import { showFormProblems } from './form-problems.js';

/**
 * Sends a form: one send at a time, complaints at their fields, what was typed stays. `problem` is what no field can
 * show, for a `ProblemAlert` above the button. A creating call takes the given key as its `headers`: it stays the same
 * while the same values are sent again, so that a send whose answer was lost makes nothing twice.
 */
export function useFormAct<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  act: (values: Values, key: KeyHeader) => Promise<unknown>,
) {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const sent = useRef<{ readonly text: string; readonly key: KeyHeader } | null>(null);

  const send = async (values: Values) => {
    if (isSending) return;
    const text = JSON.stringify(values);
    if (sent.current?.text !== text) sent.current = { text, key: idempotencyKey() };
    setSending(true);
    setProblem(null);
    try {
      await act(values, sent.current.key);
    } catch (error) {
      setProblem(showFormProblems(form, error));
    } finally {
      setSending(false);
    }
  };
  return { isSending, problem, onSubmit: form.onSubmit((values) => void send(values)) };
}
