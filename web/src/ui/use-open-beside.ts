import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A row opens beside the list; on a small screen there is no beside, so its page opens. */
export function useOpenBeside(
  page: '/placements/$id' | '/prospects/$id',
  change: (to: { readonly peek: string }) => void,
) {
  const navigate = useNavigate();
  return useCallback(
    ({ id }: { readonly id: string }) => {
      if (window.matchMedia('(max-width: 48em)').matches) void navigate({ to: page, params: { id } });
      else change({ peek: id });
    },
    [page, change, navigate],
  );
}
