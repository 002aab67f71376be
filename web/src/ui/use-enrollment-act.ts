import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refreshEnrollments } from './enrollment-api.js';

/** Does something with an enrolment and shows everything anew. A refusal is kept, to be said where it arose. */
export function useEnrollmentAct() {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const act = async (call: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await call();
      await refreshEnrollments(queries);
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, act };
}
