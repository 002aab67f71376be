import { defaultParseSearch, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  /** A path of the interface with its query, as the server names it. */
  readonly address: string;
  /** What a screen reader says where the text alone does not tell. */
  readonly label?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A link to a page that the server names by its address. */
export function AddressLink({ address, label, className, children }: Props) {
  const [path = '/', words = ''] = address.split('?');
  return (
    <Link
      to={path as '/'}
      search={defaultParseSearch(`?${words}`) as never}
      aria-label={label}
      className={className ?? ''}
    >
      {children}
    </Link>
  );
}
