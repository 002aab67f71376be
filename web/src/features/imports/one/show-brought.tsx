import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ImportView } from '../../../api/import-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';

/** Leads to what the import was made for: its placements, prospects, contacts, or the relationships its links belong to. */
export function ShowBrought({ made }: { readonly made: ImportView }) {
  const t = useMessages();
  const { content, summary, options } = made;
  const search = { fromImport: made.id };
  if (content === 'placements')
    return (
      <Button renderRoot={(props) => <Link to="/placements" search={search} {...props} />}>
        {t.text('imports.result.show.placements')}
      </Button>
    );
  if (content === 'contacts')
    return (
      <Button renderRoot={(props) => <Link to="/contacts" search={search} {...props} />}>
        {t.text('imports.result.show.contacts')}
      </Button>
    );
  if (content === 'links_to_us' || content === 'links_to_them') {
    const ofBrand = options.brandId ? { brand: options.brandId } : {};
    return (
      <Button renderRoot={(props) => <Link to="/relationships" search={ofBrand} {...props} />}>
        {t.text('imports.result.show.relationships')}
      </Button>
    );
  }
  if (summary.prospects === 0) return null;
  return (
    <Button renderRoot={(props) => <Link to="/prospects" search={search} {...props} />}>
      {t.text('imports.result.show.prospects')}
    </Button>
  );
}
