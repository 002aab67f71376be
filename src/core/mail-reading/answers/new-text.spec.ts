import { describe, expect, it } from '@jest/globals';
import { splitText, withoutSignature } from './new-text.js';

const OWN = ['anna@agency.example'];
const ANSWER = 'Sounds good to me.';

/** An answer above a quote, as mail programs of each language write it. */
const QUOTES: readonly (readonly [string, string])[] = [
  [
    'Gmail in English',
    'On Tue, Nov 3, 2026 at 10:12 AM Anna Bos <anna@agency.example> wrote:\n\n> Hello\n> there',
  ],
  [
    'Gmail in English, broken lines',
    'On Tue, Nov 3, 2026 at 10:12 AM Anna Bos\n<anna@agency.example> wrote:\n\n> Hello',
  ],
  ['Gmail in Dutch', 'Op di 3 nov 2026 om 10:12 schreef Anna Bos <anna@agency.example>:\n\n> Hallo'],
  [
    'Apple Mail in Dutch',
    'Op 3 nov 2026, om 10:12 heeft Anna Bos <anna@agency.example> het volgende geschreven:\n\n> Hallo',
  ],
  ['Gmail in German', 'Am Di., 3. Nov. 2026 um 10:12 Uhr schrieb Anna Bos <anna@agency.example>:\n\n> Hallo'],
  ['Gmail in French', 'Le mar. 3 nov. 2026 à 10:12, Anna Bos <anna@agency.example> a écrit :\n\n> Bonjour'],
  [
    'Gmail in Spanish',
    'El mar, 3 nov 2026 a las 10:12, Anna Bos (<anna@agency.example>) escribió:\n\n> Hola',
  ],
  ['Gmail in Polish', 'wt., 3 lis 2026 o 10:12 Anna Bos <anna@agency.example> napisał(a):\n\n> Cześć'],
  ['Thunderbird in Polish', 'W dniu 3.11.2026 o 10:12, Anna Bos pisze:\n> Cześć'],
  ['Gmail in Russian', 'вт, 3 нояб. 2026 г. в 10:12, Anna Bos <anna@agency.example>:\n\n> Привет'],
  ['Yandex in Russian', '03.11.2026, 10:12, "Anna Bos" <anna@agency.example> написал(а):\n> Привет'],
  ['Gmail in Japanese', '2026年11月3日(火) 10:12 Anna Bos <anna@agency.example>:\n\n> こんにちは'],
  ['Japanese with a verb', '2026年11月3日 10:12、Anna Bos <anna@agency.example>のメール:\n\n> こんにちは'],
  ['a line of no known language with our address', 'Ter 3/11, anna@agency.example ka kwala\n> Hallo'],
  [
    'Gmail without marks',
    'On Tue, Nov 3, 2026 at 10:12 AM Anna Bos <anna@agency.example> wrote:\n\nHello\nthere\nUnsubscribe here',
  ],
  [
    'Outlook in English',
    'From: Anna Bos <anna@agency.example>\nSent: Tuesday, November 3, 2026 10:12 AM\nTo: Jo <jo@site.example>\nSubject: Hello\n\nHello',
  ],
  [
    'Outlook in Dutch',
    'Van: Anna Bos <anna@agency.example>\nVerzonden: dinsdag 3 november 2026 10:12\nAan: Jo <jo@site.example>\nOnderwerp: Hallo\n\nHallo',
  ],
  [
    'Outlook in German',
    'Von: Anna Bos <anna@agency.example>\nGesendet: Dienstag, 3. November 2026 10:12\nAn: Jo <jo@site.example>\nBetreff: Hallo\n\nHallo',
  ],
  [
    'Outlook in French',
    'De : Anna Bos <anna@agency.example>\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Jo <jo@site.example>\nObjet : Bonjour\n\nBonjour',
  ],
  [
    'Outlook in Spanish',
    'De: Anna Bos <anna@agency.example>\nEnviado: martes, 3 de noviembre de 2026 10:12\nPara: Jo <jo@site.example>\nAsunto: Hola\n\nHola',
  ],
  [
    'Outlook in Polish',
    'Od: Anna Bos <anna@agency.example>\nWysłano: wtorek, 3 listopada 2026 10:12\nDo: Jo <jo@site.example>\nTemat: Cześć\n\nCześć',
  ],
  [
    'Outlook in Russian',
    'От: Anna Bos <anna@agency.example>\nОтправлено: 3 ноября 2026 г. 10:12\nКому: Jo <jo@site.example>\nТема: Привет\n\nПривет',
  ],
  [
    'Outlook in Japanese',
    '差出人: Anna Bos <anna@agency.example>\n送信日時: 2026年11月3日 10:12\n宛先: Jo <jo@site.example>\n件名: こんにちは\n\nこんにちは',
  ],
  [
    'bold labels',
    '*From:* Anna Bos <anna@agency.example>\n*Sent:* Tuesday\n*To:* Jo\n*Subject:* Hello\n\nHello',
  ],
  [
    'a rule above the block',
    '________________________________\nFrom: Anna Bos\nSent: Tuesday\nTo: Jo\nSubject: Hello\n\nHello',
  ],
  ['a separator in English', '-----Original Message-----\nFrom: Anna\nHello'],
  ['a separator in Dutch', '-----Oorspronkelijk bericht-----\nHallo'],
  ['bare marks', '> Hello\n> there'],
];

describe('the new text of an answer', () => {
  it.each(QUOTES)('stands above a quote of %s', (_, quote) => {
    expect(splitText(`${ANSWER}\n\n${quote}`, OWN)).toEqual({ text: ANSWER, quoted: quote });
  });

  it('may stand below what is quoted', () => {
    const { text, quoted } = splitText(
      `On Tue, Nov 3, 2026 Anna <anna@agency.example> wrote:\n> Shall we?\n\n${ANSWER}`,
      OWN,
    );
    expect({ text, quoted }).toEqual({
      text: ANSWER,
      quoted: 'On Tue, Nov 3, 2026 Anna <anna@agency.example> wrote:\n> Shall we?',
    });
  });

  it('may stand between quoted lines', () => {
    expect(splitText('> What is the price?\n100 euro\n> When?\nMonday', OWN).text).toBe('100 euro\nMonday');
  });

  it.each([
    ['a sentence that ends with a colon', 'My colleague wrote me this:\nwe like it'],
    ['a list of fields of the form', 'Price: 100\nLength: 800 words\nLink: one'],
    ['a date in a sentence', 'On Tuesday 3 November we go live, she wrote.'],
    ['our address in a sentence', 'I will send it to anna@agency.example tomorrow.\nBye'],
  ])('keeps %s', (_, text) => {
    expect(splitText(text, OWN)).toEqual({ text, quoted: '' });
  });

  it('ends before the signature where only words are wanted', () => {
    expect(withoutSignature('Fine.\n-- \nJo')).toBe('Fine.');
    expect(withoutSignature('Fine.\n\nSent from my iPhone')).toBe('Fine.');
  });
});
