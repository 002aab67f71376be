import { Injectable } from '@nestjs/common';
import { type ProspectFacts, tagKey } from '../../core/prospects/prospect-facts.js';
import type { Writing } from './prospect-intake.repository.js';
import type { TagKind } from './tags.dto.js';
import { type TagPair, TagsRepository } from './tags.repository.js';

/** Facts with the prospect they are about. */
interface Named {
  readonly id: string;
  readonly facts: ProspectFacts;
}

/** Gives the prospects of a batch the tags and topics that are said of them. */
@Injectable()
export class TagIntake {
  constructor(private readonly tags: TagsRepository) {}

  /** Answers the ids of the prospects that got a tag they did not have. */
  async attach(all: readonly Named[], writing: Writing): Promise<ReadonlySet<string>> {
    const pairs = [
      ...(await this.pairs('tag', all, ({ tags }) => tags ?? [], writing)),
      ...(await this.pairs('topic', all, ({ topics }) => topics ?? [], writing)),
    ];
    const fresh = await this.tags.attach(pairs, writing.importId);
    return new Set(fresh.map((pair) => pair.prospectId));
  }

  private async pairs(
    kind: TagKind,
    all: readonly Named[],
    namesOf: (facts: ProspectFacts) => readonly string[],
    writing: Writing,
  ): Promise<TagPair[]> {
    const names = new Set(all.flatMap(({ facts }) => namesOf(facts)));
    if (names.size === 0) return [];
    const ids = await this.tags.named(kind, [...names], writing);
    return all.flatMap(({ id, facts }) =>
      namesOf(facts).flatMap((name) => {
        const tagId = ids.get(tagKey(name));
        return tagId === undefined ? [] : [{ prospectId: id, tagId }];
      }),
    );
  }
}
