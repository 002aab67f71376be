import { ActionIcon, Group, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, type IconProps, IconX } from '@tabler/icons-react';
import type { ComponentType, ReactNode, Ref } from 'react';
import { useMessages } from '../i18n/messages-provider.js';
import classes from './list-page.module.css';

/** The body of a page with a table: the bar of filters over it, the table filling the rest. */
export function ListBody({ children }: { readonly children: ReactNode }) {
  return <div className={classes['page']}>{children}</div>;
}

/** The bar over a table: chips, filter and search on the left, what can be done on the right. */
export function ListBar({
  label,
  children,
  end,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly end?: ReactNode;
}) {
  return (
    <div className={classes['bar']} role="toolbar" aria-label={label}>
      {children}
      {end && <div className={classes['barEnd']}>{end}</div>}
    </div>
  );
}

interface ChipProps {
  readonly isOn: boolean;
  /** Stands behind the filter on a small screen. */
  readonly isLate?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A filter one click away: pressed when it is in use. */
export function FilterChip({ isOn, isLate = false, onClick, children }: ChipProps) {
  return (
    <UnstyledButton
      className={`${classes['chip']} ${isLate ? classes['late'] : ''}`}
      aria-pressed={isOn}
      onClick={onClick}
    >
      {children}
    </UnstyledButton>
  );
}

/** The look of a chip for buttons that open something; `data-on` shows that something is chosen inside. */
export const chipClass = classes['chip'] ?? '';

interface SortHeadProps {
  readonly word: string;
  /** The way it is sorted by now; undefined when by another column. */
  readonly sorted: 'ascending' | 'descending' | undefined;
  readonly onClick: () => void;
}

/** The head of a column that can be sorted by. */
export function SortHead({ word, sorted, onClick }: SortHeadProps) {
  const Icon = sorted === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <UnstyledButton
      className={classes['sortHead'] ?? ''}
      data-on={sorted !== undefined || undefined}
      onClick={onClick}
    >
      {word}
      {sorted && <Icon size={12} stroke={1.75} aria-hidden />}
    </UnstyledButton>
  );
}

interface BulkProps {
  readonly label: string;
  /** "12 selected". */
  readonly count: string;
  readonly clear: string;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** The bar that floats over a table while rows are selected. */
export function BulkBarFrame({ label, count, clear, onClear, children }: BulkProps) {
  return (
    <div className={classes['bulk']} role="toolbar" aria-label={label}>
      <span className={classes['bulkCount']} aria-live="polite">
        {count}
      </span>
      {children}
      <UnstyledButton className={`${classes['bulkAct']} ${classes['bulkQuiet']}`} onClick={onClear}>
        {clear}
      </UnstyledButton>
    </div>
  );
}

interface BulkActProps {
  readonly icon?: ComponentType<IconProps>;
  readonly word: string;
  readonly onClick?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly className?: string;
}

/** One thing to do with the selected rows; as target of a menu it takes that menu's attributes. */
export function BulkAct({ icon: Icon, word, className = '', ...rest }: BulkActProps) {
  return (
    <UnstyledButton className={`${classes['bulkAct']} ${className}`} {...rest}>
      {Icon && <Icon size={16} stroke={1.75} aria-hidden />}
      {word}
    </UnstyledButton>
  );
}

/** A card that floats over a table while long work goes on, until it is closed. */
export function FloatingCard({
  label,
  onClose,
  children,
}: {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useMessages();
  return (
    <section className={classes['job']} aria-label={label}>
      <Group justify="flex-end" mb={-24}>
        <ActionIcon aria-label={t.text('app.close')} onClick={onClose} size={24}>
          <IconX size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Group>
      <div className={classes['jobBody']}>{children}</div>
    </section>
  );
}

/** A record beside its list. */
export function PeekFrame({
  label,
  lead,
  onClose,
  children,
}: {
  readonly label: string;
  /** The way to the record's own page. */
  readonly lead: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useMessages();
  return (
    <aside className={classes['peek']} aria-label={label}>
      <Group justify="space-between" wrap="nowrap">
        {lead}
        <ActionIcon aria-label={t.text('app.close')} onClick={onClose}>
          <IconX size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Group>
      {children}
    </aside>
  );
}
