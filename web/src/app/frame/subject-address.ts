/** Where a thing of the server's words is shown; null for one without a page of its own. */
export function subjectAddress(kind: string, id: string): string | null {
  switch (kind) {
    case 'placement':
      return `/placements/${id}`;
    case 'client':
      return `/clients/${id}`;
    case 'import':
      return `/imports/${id}`;
    case 'target_page':
    case 'brand':
      return '/clients';
    default:
      return null;
  }
}
