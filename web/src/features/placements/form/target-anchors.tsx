import { useQuery } from '@tanstack/react-query';
import { query } from '../../../api/client.js';
import { AnchorsPanel } from '../../../ui/anchors-panel.js';
import { samePage } from './same-page.js';

interface Props {
  readonly brandId: string;
  readonly target: string;
}

/** The words of the links that lead to the chosen target today; nothing while it is no page that is known. */
export function TargetAnchors({ brandId, target }: Props) {
  const pages = useQuery({
    ...query.queryOptions('get', '/api/v1/brands/{id}/target-pages', { params: { path: { id: brandId } } }),
    enabled: brandId !== '',
  });
  const page = pages.data?.items.find(({ url }) => samePage(url, target));
  return page ? <AnchorsPanel targetPageId={page.id} /> : null;
}
