import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import { refreshImport } from '../imports-api.js';

type Act = '/api/v1/imports/{id}/run' | '/api/v1/imports/{id}/undo';

/** Starts the run of an import or its undoing, and shows where it stands then. */
export function useStart(id: string, onProblem: (error: unknown) => void) {
  const queries = useQueryClient();
  const [isStarting, setStarting] = useState(false);
  const start = async (act: Act) => {
    setStarting(true);
    onProblem(null);
    try {
      await api.POST(act, { params: { path: { id } } });
      await refreshImport(queries, id);
    } catch (error) {
      onProblem(error);
    } finally {
      setStarting(false);
    }
  };
  return { isStarting, start };
}
