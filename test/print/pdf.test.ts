/** A PDF to keep: what PDF/A-3 and Factur-X ask of a file, as far as the file itself can show it. */
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { COLORS, ink } from '../../batch/print/ink.ts';
import { closePdf, FACTUR_X_FILE, openPdf, tagged } from '../../batch/print/pdf.ts';
import { writeLine } from '../../batch/print/pen.ts';
import type { PdfFacts } from '../../batch/print/xmp.ts';
import { type ReadPdf, readPdf, referenced } from './read-pdf.ts';

const FACTS: PdfFacts = {
  title: 'Facture « Œuvre » & <Cie>',
  author: 'Léa & Fils',
  subject: 'Un & deux',
  language: 'fr',
  madeOn: '2026-11-25',
};
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<rsm:Invoice>é €</rsm:Invoice>';

function made(facturX?: string, facts = FACTS): Uint8Array {
  const pdf = openPdf(facts, facturX);
  tagged(pdf, 'H1', () =>
    writeLine(pdf, 'Facture « Œuvre » 1 234,50\u202f€', 40, 40, ink(12, COLORS.text, 'bold')),
  );
  tagged(pdf, 'P', () => writeLine(pdf, 'plain words', 40, 80, ink(9, COLORS.text)));
  return closePdf(pdf).bytes;
}

const plain = readPdf(made());
const hybrid = readPdf(made(XML));

function object(pdf: ReadPdf, type: string): string {
  return [...pdf.objects.values()].find(({ head }) => head.includes(`/Type /${type}\n`))?.head ?? '';
}

describe('PDF/A-3b', () => {
  test('version, four high bytes, an end', () => {
    expect(plain.text).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}\n/);
    expect(plain.text.trimEnd()).toMatch(/%%EOF$/);
  });
  test('the metadata name its level, unpacked', () => {
    expect(plain.xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(plain.xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    const head = plain.objects.get(referenced(object(plain, 'Catalog'), 'Metadata'))?.head;
    expect(head).toContain('/Subtype /XML');
    expect(head).not.toContain('/Filter');
  });
  test('the metadata are XML, whatever the names', () => {
    const [body] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(plain.xmp) ?? [''];
    expect(XMLValidator.validate(body)).toBe(true);
    expect(body).toContain('Facture « Œuvre » &amp; &lt;Cie&gt;');
  });
  test('colours have their profile', () => {
    const intent =
      plain.objects.get(referenced(object(plain, 'Catalog').replace('[', ''), 'OutputIntents'))?.head ?? '';
    expect(intent).toContain('/S /GTS_PDFA1');
    const profile = plain.objects.get(referenced(intent, 'DestOutputProfile'));
    expect(profile?.head).toContain('/N 3');
    expect(profile?.stream?.subarray(36, 40).toString('latin1')).toBe('acsp');
  });
  test('an identity of the file, and no cipher', () => {
    const trailer = plain.text.slice(plain.text.lastIndexOf('trailer'));
    expect(trailer).toMatch(/\/ID \[<([\da-f]{32})> <\1>\]/);
    expect(trailer).not.toContain('/Encrypt');
  });
  test('every font is in it, and says which letters its glyphs are', () => {
    const descriptors = [...plain.objects.values()].filter(({ head }) =>
      head.includes('/Type /FontDescriptor'),
    );
    expect(descriptors).toHaveLength(2);
    for (const { head } of descriptors) {
      expect(head).toMatch(/\/FontName \/[A-Z]{6}\+SourceSans3-(Regular|Bold)/);
      expect(plain.objects.get(referenced(head, 'FontFile2'))?.stream?.length).toBeGreaterThan(1000);
    }
    expect(plain.pages[0]?.words.map(({ text }) => text)).toEqual([
      'Facture « Œuvre » 1 234,50\u202f€',
      'plain words',
    ]);
  });
  test('nothing that runs, plays or is fetched', () => {
    expect(plain.text).not.toMatch(/\/(JavaScript|JS|Launch|Movie|Sound|RichMedia|OpenAction|AA|URI)\b/);
  });
  test('tagged, in its language, its title shown', () => {
    const catalog = object(plain, 'Catalog');
    expect(catalog).toContain('/Lang (fr)');
    expect(plain.objects.get(referenced(catalog, 'MarkInfo'))?.head).toContain('/Marked true');
    expect(plain.objects.get(referenced(catalog, 'ViewerPreferences'))?.head).toContain(
      '/DisplayDocTitle true',
    );
    const tags = [...plain.objects.values()].flatMap(({ head }) => /\/S \/(\w+)\n/.exec(head)?.[1] ?? []);
    expect(tags).toEqual(expect.arrayContaining(['Document', 'H1', 'P']));
  });
});

describe('the same content is the same file', () => {
  test('to the byte', () => expect(made(XML)).toEqual(made(XML)));
  test('another day is another file', () =>
    expect(made(XML)).not.toEqual(made(XML, { ...FACTS, madeOn: '2026-11-26' })));
});

test('what was printed before leaves no trace: spaces that do not break are copied as spaces', () => {
  const pdf = openPdf(FACTS);
  tagged(pdf, 'P', () => writeLine(pdf, 'N°\u00a01 souffle\u00a0offert', 40, 40, ink(9, COLORS.text)));
  expect(readPdf(closePdf(pdf).bytes).pages[0].words[0].text).toBe('N° 1 souffle offert');
});

describe('Factur-X', () => {
  test('the XML is in it as it was given', () => {
    const spec = object(hybrid, 'Filespec');
    expect(spec).toContain(`/F (${FACTUR_X_FILE})`);
    expect(spec).toContain(`/UF (${FACTUR_X_FILE})`);
    expect(spec).toContain('/AFRelationship /Alternative');
    const file = hybrid.objects.get(Number(/\/EF <<\n\/F (\d+) 0 R/.exec(spec)?.[1]));
    expect(file?.stream?.toString('utf8')).toBe(XML);
    expect(file?.head).toContain('/Subtype /text#2Fxml');
    expect(file?.head).toContain('/ModDate (D:20261125000000Z)');
    expect(file?.head).toContain(`/Size ${Buffer.byteLength(XML)}`);
  });
  test('the document points to it', () => {
    const [id] = [...hybrid.objects].find(([, { head }]) => head.includes('/Type /Filespec')) ?? [0];
    expect(object(hybrid, 'Catalog')).toContain(`/AF [${id} 0 R]`);
    expect(hybrid.text).toMatch(new RegExp(`/EmbeddedFiles <<[^>]*\\(${FACTUR_X_FILE}\\) ${id} 0 R`));
  });
  test('the metadata say so, with their schema', () => {
    const facts = [
      'DocumentType>INVOICE',
      'DocumentFileName>factur-x.xml',
      'Version>1.0',
      'ConformanceLevel>EN 16931',
    ];
    for (const fact of facts) expect(hybrid.xmp).toContain(`<fx:${fact}</fx:`);
    expect(hybrid.xmp.match(/urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#/g)).toHaveLength(2);
    expect(hybrid.xmp.match(/<pdfaProperty:name>/g)).toHaveLength(4);
    const [body] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(hybrid.xmp) ?? [''];
    expect(XMLValidator.validate(body)).toBe(true);
  });
  test('without an XML there is neither', () => {
    expect(plain.text).not.toMatch(/Filespec|EmbeddedFile|\/AF/);
    expect(plain.xmp).not.toContain('factur-x');
  });
});
