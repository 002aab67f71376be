/** Where a thing of the server's words is shown; null for one without a page of its own. */
export function subjectAddress(kind: string, id: string | null): string | null {
  if (!id) return null;
  switch (kind) {
    case 'placement':
    case 'placements':
      return `/placements/${id}`;
    case 'client':
    case 'clients':
      return `/clients/${id}`;
    case 'import':
    case 'imports':
      return `/imports/${id}`;
    case 'target_page':
    case 'brand':
    case 'brands':
      return '/clients';
    case 'member':
    case 'members':
      return '/settings/members';
    default:
      return null;
  }
}
