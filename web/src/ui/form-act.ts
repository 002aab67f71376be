import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { showFormProblems } from './form-problems.js';

/**
 * Sends a form: one send at a time, complaints at their fields, what was typed stays. `problem` is what no field can
 * show, for a `ProblemAlert` above the button.
 */
export function useFormAct<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  act: (values: Values) => Promise<unknown>,
) {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (values: Values) => {
    if (isSending) return;
    setSending(true);
    setProblem(null);
    try {
      await act(values);
    } catch (error) {
      setProblem(showFormProblems(form, error));
    } finally {
      setSending(false);
    }
  };
  return { isSending, problem, onSubmit: form.onSubmit((values) => void send(values as Values)) };
}
