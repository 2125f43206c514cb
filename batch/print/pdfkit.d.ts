/** What pdfkit does and its types do not say. */
import type { Font } from 'fontkit';

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** A font that fontkit has read serves many documents. */
      registerFont(name: string, font: Font): this;
    }
    interface PDFAttachmentOptions {
      relationship?: 'Alternative' | 'Data' | 'Source' | 'Supplement' | 'Unspecified';
    }
    interface StructureElementOptions {
      scope?: 'Column' | 'Row' | 'Both'; // of a heading: what it is the heading of
    }
    interface PDFMetadata {
      /** Writes the document's title and so on into its metadata; pdfkit's own does not escape them. */
      _addInfo(): void;
    }
  }
}
