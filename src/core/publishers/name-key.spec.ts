import { describe, expect, it } from '@jest/globals';
import { foldedText, nameKey } from './name-key.js';

describe('nameKey', () => {
  it.each<[string, string, string]>([
    ['case makes no other publisher', 'CANAL Media', 'canal media'],
    ['accents make none', 'Kanaal Média', 'kanaal media'],
    ['composed and decomposed letters are one', 'Me\u0301dia', 'media'],
    ['a sharp s is two', 'Straße Verlag', 'strasse verlag'],
    ['a Danish letter is its plain one', 'Bjørn Æther', 'bjorn aether'],
    ['full-width letters are plain ones', 'Ｃａｎａｌ', 'canal'],
    ['a Dutch company', 'Canal Media B.V.', 'canal media'],
    ['without dots', 'Canal Media BV', 'canal media'],
    ['with spaces between', 'Canal Media B. V.', 'canal media'],
    ['a comma before the form', 'Canal Media, Inc.', 'canal media'],
    ['a German company', 'Kanal Medien GmbH', 'kanal medien'],
    ['a German partnership', 'Kanal Medien GmbH & Co. KG', 'kanal medien'],
    ['a British company', 'Canal Media Ltd.', 'canal media'],
    ['in full', 'Canal Media Limited', 'canal media'],
    ['a Polish company', 'Kanał Media Sp. z o.o.', 'kanal media'],
    ['a Czech company', 'Kanál s.r.o.', 'kanal'],
    ['a French company', 'Canal S. à r. l.', 'canal'],
    ['a Danish company', 'Kanal A/S', 'kanal'],
    ['an Australian one, two forms', 'Canal Pty Ltd', 'canal'],
    ['a form in front is part of the name', 'AG Canal', 'ag canal'],
    ['a form inside is part of the name', 'The Co Operative', 'the co operative'],
    ['a name that is a form stays', 'Ltd.', 'ltd'],
    ['a name of two forms keeps one', 'Inc. Ltd.', 'inc'],
    ['punctuation is a space', 'Canal-Media / Press', 'canal media press'],
    ['an ampersand is punctuation', 'Canal & Sons', 'canal sons'],
    ['an apostrophe is nothing', "Anna's Blog", 'annas blog'],
    ['white space is folded', '  Canal \t Media ', 'canal media'],
    ['digits count', 'Studio 54', 'studio 54'],
    ['other scripts stay', 'Канал Медиа', 'канал медиа'],
    ['initials stand together', 'J.P. Canal', 'jp canal'],
    ['a domain stays two words', 'canal.example', 'canal example'],
    ['a name without letters stays', '!!!', '!!!'],
  ])('%s', (_, name, key) => {
    expect(nameKey(name)).toBe(key);
    expect(nameKey(nameKey(name))).toBe(key);
  });

  it('tells names apart that differ in a letter', () => {
    expect(nameKey('Canal Media')).not.toBe(nameKey('Canal Medium'));
  });
});

describe('foldedText', () => {
  it('keeps legal forms, so that they can be searched', () => {
    expect(foldedText('Canal Média B.V.')).toBe('canal media bv');
  });

  it('is linear in long texts', () => {
    expect(foldedText('a.'.repeat(50_000)).length).toBeLessThan(100_001);
  });
});
