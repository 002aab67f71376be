import { useDraggable } from '@dnd-kit/core';
import { ActionIcon, Checkbox } from '@mantine/core';
import { IconArrowRight, IconGripVertical, type IconProps, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ComponentType, memo } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { PersonMark } from '../../../ui/person-mark.js';
import { problemText } from '../../../ui/problem-alert.js';
import { StateBadge } from '../../../ui/state-badge.js';
import { type PitchRow, pitchName } from '../campaign-views.js';
import classes from './board.module.css';
import { nextStepLook } from './next-step-look.js';

interface Props {
  readonly row: PitchRow;
  /** Why it came back when it was moved. */
  readonly refusal: unknown;
  readonly onForget: (id: string) => void;
  /** Offers the stages it may go to. */
  readonly onMove: ((row: PitchRow) => void) | undefined;
  /** Dragged by mouse, touch and keys; without it only the button moves it. */
  readonly isDragged: boolean;
  readonly showsCampaign: boolean;
  /** Whether it is selected; undefined for who may not act on it. */
  readonly isSelected: boolean | undefined;
  readonly onSelect: (id: string, isRange: boolean) => void;
}

/** A pitch on the board: dragged as a whole by mouse and touch, by its grip with the keyboard. */
export const PitchCard = memo(function PitchCard(props: Props) {
  return props.isDragged && props.onMove ? <DraggedCard {...props} /> : <StillCard {...props} />;
});

function StillCard(props: Props) {
  const { row, onMove } = props;
  return (
    <article
      className={classes['card']}
      data-refused={props.refusal !== undefined || undefined}
      data-selected={props.isSelected || undefined}
    >
      <CardFace row={row} showsCampaign={props.showsCampaign} />
      <SelectBox {...props} />
      {onMove && <Grip row={row} icon={IconArrowRight} onClick={() => onMove(row)} />}
      <Refusal {...props} />
    </article>
  );
}

function DraggedCard(props: Props) {
  const { row, onMove } = props;
  const t = useMessages();
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: row.id,
    data: { row },
    attributes: { roleDescription: t.text('campaigns.board.movable') },
  });
  return (
    // The listeners are those of the grip too, which is what a keyboard reaches.
    <article
      ref={setNodeRef}
      className={classes['card']}
      data-movable
      data-dragging={isDragging || undefined}
      data-refused={props.refusal !== undefined || undefined}
      data-selected={props.isSelected || undefined}
      {...listeners}
    >
      <CardFace row={row} showsCampaign={props.showsCampaign} />
      <SelectBox {...props} />
      <Grip
        row={row}
        onClick={() => onMove?.(row)}
        innerRef={setActivatorNodeRef}
        described={attributes['aria-describedby']}
        roleDescription={attributes['aria-roledescription']}
      />
      <Refusal {...props} />
    </article>
  );
}

/** Selects the card, with shift all cards since the last one that was. */
function SelectBox({ row, isSelected, onSelect }: Pick<Props, 'row' | 'isSelected' | 'onSelect'>) {
  const t = useMessages();
  if (isSelected === undefined) return null;
  return (
    <Checkbox
      className={classes['select'] ?? ''}
      size="xs"
      checked={isSelected}
      aria-label={t.text('app.table.select', { name: pitchName(row) })}
      onChange={(event) => onSelect(row.id, (event.nativeEvent as MouseEvent).shiftKey)}
    />
  );
}

interface GripProps {
  readonly row: PitchRow;
  readonly onClick: () => void;
  readonly icon?: ComponentType<IconProps>;
  readonly innerRef?: (element: HTMLElement | null) => void;
  readonly described?: string;
  readonly roleDescription?: string;
}

function Grip({
  row,
  onClick,
  icon: Icon = IconGripVertical,
  innerRef,
  described,
  roleDescription,
}: GripProps) {
  const t = useMessages();
  return (
    <ActionIcon
      ref={innerRef}
      className={classes['grip'] ?? ''}
      size={24}
      aria-label={t.text('campaigns.board.moveOne', { name: pitchName(row) })}
      aria-describedby={described}
      aria-roledescription={roleDescription}
      onClick={onClick}
    >
      <Icon size={16} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}

interface FaceProps {
  readonly row: PitchRow;
  readonly showsCampaign: boolean;
}

/** What a card shows, also while it hangs under the hand. */
export const CardFace = memo(function CardFace({ row, showsCampaign }: FaceProps) {
  const t = useMessages();
  return (
    <>
      <div className={classes['cardTop']}>
        <Link to="/pitches/$id" params={{ id: row.id }} className={classes['site'] ?? ''} draggable={false}>
          {pitchName(row)}
        </Link>
        {row.assigneeName !== null && <PersonMark name={row.assigneeName} />}
      </div>
      <div className={classes['who']}>
        {row.contact?.name ?? t.text('campaigns.card.noContact')}
        {showsCampaign && ` · ${row.campaignName}`}
      </div>
      <div className={classes['cardFoot']}>
        <CardState row={row} />
        {row.status !== 'closed' && <Days row={row} />}
      </div>
    </>
  );
});

function CardState({ row }: { readonly row: PitchRow }) {
  const t = useMessages();
  if (row.placement !== null) {
    const { state, rechecking, isOverdue } = row.placement;
    return <StateBadge state={state} rechecking={rechecking} overdue={isOverdue} />;
  }
  if (row.outcome !== null)
    return <span className={classes['step']}>{t.text(`campaigns.end.${row.outcome}`)}</span>;
  const { icon: Icon, words, isLate } = nextStepLook(row, t);
  return (
    <span className={classes['step']} data-late={isLate || undefined} title={words}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>{words}</span>
    </span>
  );
}

function Days({ row }: { readonly row: PitchRow }) {
  const t = useMessages();
  const long = t.text(row.isStuck ? 'campaigns.card.stuck' : 'campaigns.card.inStage', {
    count: row.daysInStage,
  });
  return (
    <span className={classes['days']} data-stuck={row.isStuck || undefined} title={long}>
      <span aria-hidden>{t.text('campaigns.card.days', { count: row.daysInStage })}</span>
      <span className="only-read">{long}</span>
    </span>
  );
}

function Refusal({ row, refusal, onForget }: Props) {
  const t = useMessages();
  if (refusal === undefined) return null;
  return (
    <div className={classes['refusal']} role="alert">
      <span>
        {problemText(refusal, t)}{' '}
        <Link to="/pitches/$id" params={{ id: row.id }} draggable={false}>
          {t.text('campaigns.board.openPitch')}
        </Link>
      </span>
      <ActionIcon size={24} aria-label={t.text('app.close')} onClick={() => onForget(row.id)}>
        <IconX size={14} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  );
}
