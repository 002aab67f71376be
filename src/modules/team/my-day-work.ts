import { Injectable } from '@nestjs/common';
import { addressOf } from '../../core/team/addresses.js';
import { laterDay } from '../../core/team/days.js';
import { PitchListsService } from '../campaigns/lists/pitch-lists.service.js';
import { TasksService } from '../tasks/tasks.service.js';
import type { MyDayItem, MyDayList } from './my-day.dto.js';
import { type DayOf, MOST_SHOWN, NOTHING_MORE, only } from './my-day-lists.js';

/** Deadlines are told a week ahead. */
const DEADLINE_DAYS = 7;
/** Deadlines that are put in the order of their days; a week of one person has fewer. */
const MOST_DEADLINES = 200;

type PitchPage = Awaited<ReturnType<PitchListsService['list']>>;
type Task = Awaited<ReturnType<TasksService['list']>>['items'][number];

/** The lists of what is one person's to do: tasks, deadlines, next steps. */
@Injectable()
export class MyDayWork {
  constructor(
    private readonly tasks: TasksService,
    private readonly pitches: PitchListsService,
  ) {}

  async lists(day: DayOf): Promise<MyDayList[]> {
    return [await this.dueTasks(day), await this.deadlines(day), await this.nextSteps(day)];
  }

  private async dueTasks({ who, today, clientId }: DayOf): Promise<MyDayList> {
    const { items, total, totalIsExact } = await this.tasks.list({
      assigneeMemberId: who.memberId,
      dueTo: today,
      limit: MOST_SHOWN,
      ...only(clientId),
    });
    const address = addressOf('/tasks', { dueTo: today, client: clientId });
    return { key: 'tasks', total, totalIsExact, address, items: items.map((task) => taskItem(task, today)) };
  }

  private async deadlines({ who, today, clientId }: DayOf): Promise<MyDayList> {
    const deadlineTo = laterDay(today, DEADLINE_DAYS);
    const page = await this.pitches.list(who, {
      assigneeMemberId: 'me',
      outcome: ['open'],
      deadlineTo,
      limit: MOST_DEADLINES,
      ...only(clientId),
    });
    const days = await this.pitches.deadlines(
      who,
      page.items.map(({ id }) => id),
    );
    const items = page.items
      .map((pitch) => pitchItem(pitch, days.get(pitch.id) ?? null, today))
      .sort((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
    const words = { view: 'table', outcome: 'open', deadlineTo, client: clientId };
    return { ...pitchList('deadlines', page, words), items: items.slice(0, MOST_SHOWN) };
  }

  private async nextSteps({ who, today, clientId }: DayOf): Promise<MyDayList> {
    const page = await this.pitches.list(who, {
      assigneeMemberId: 'me',
      outcome: ['open'],
      dueTo: today,
      sort: 'next',
      limit: MOST_SHOWN,
      ...only(clientId),
    });
    const items = page.items.map((pitch) => pitchItem(pitch, pitch.nextStepOn, today));
    const words = { view: 'table', outcome: 'open', dueTo: today, sort: 'next', client: clientId };
    return { ...pitchList('pitches', page, words), items };
  }
}

function pitchList(
  key: 'deadlines' | 'pitches',
  { total, totalIsExact }: PitchPage,
  words: Readonly<Record<string, string | undefined>>,
): Omit<MyDayList, 'items'> {
  return { key, total, totalIsExact, address: addressOf('/board', words) };
}

function pitchItem(pitch: PitchPage['items'][number], dueOn: string | null, today: string): MyDayItem {
  return {
    ...NOTHING_MORE,
    id: pitch.id,
    title: pitch.displayHost ?? pitch.label,
    detail: pitch.nextStep,
    place: pitch.campaignName,
    dueOn,
    isOverdue: dueOn !== null && dueOn < today,
    address: `/pitches/${pitch.id}`,
  };
}

function taskItem(task: Task, today: string): MyDayItem {
  return {
    ...NOTHING_MORE,
    id: task.id,
    title: task.title,
    detail: task.pitchLabel ?? task.displayHost ?? task.placementSource,
    place: task.campaignName ?? task.clientName,
    dueOn: task.dueOn,
    isOverdue: task.dueOn !== null && task.dueOn < today,
    address: taskAddress(task, today),
  };
}

/** Where a task is worked on: the page of its record, else the list of tasks. */
function taskAddress({ pitchId, placementId, orderId, siteId }: Task, today: string): string {
  if (pitchId !== null) return `/pitches/${pitchId}`;
  if (placementId !== null) return `/placements/${placementId}`;
  if (orderId !== null) return `/orders/${orderId}`;
  if (siteId !== null) return `/sites/${siteId}`;
  return addressOf('/tasks', { dueTo: today });
}
