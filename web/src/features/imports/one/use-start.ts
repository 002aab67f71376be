import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { acts, refreshImport } from '../imports-api.js';

/** Starts the run of an import or its undoing, and shows where it stands then. */
export function useStart(id: string, onProblem: (error: unknown) => void) {
  const queries = useQueryClient();
  const [isStarting, setStarting] = useState(false);
  const start = async (act: 'run' | 'undo') => {
    setStarting(true);
    onProblem(null);
    try {
      await acts[act](id);
      await refreshImport(queries, id);
    } catch (error) {
      onProblem(error);
    } finally {
      setStarting(false);
    }
  };
  return { isStarting, start };
}
