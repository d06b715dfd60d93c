import {
  AbstractMessageWriter,
  PublishDiagnosticsNotification,
  type Message,
  type MessageWriter,
  type Position,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { SAYING, type Said } from '../connection/saying';

/**
 * Writes each message at once and as a whole. The protocol's own writer sends the header by itself, a turn later, and
 * puts every finding into JSON anew with every key: together as much work as finding out what a key changed.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private failures = 0;

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const pieces = piecesOf(message);
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      const whole = [`Content-Length: ${length}\r\n\r\n`, ...pieces].join('');
      this.stream.write(whole, 'latin1', (error) => (error ? reject(error) : resolve()));
    }).catch((error: unknown) => {
      this.fireError(error, message, ++this.failures);
      throw error;
    });
  }

  end(): void {
    this.stream.end();
  }
}

type Publication = Message & { readonly params: PublishDiagnosticsParams };

function publishes(message: Message): message is Publication {
  return 'method' in message && message.method === PublishDiagnosticsNotification.method;
}

function piecesOf(message: Message): string[] {
  if (!publishes(message)) return [asBytes(message)];
  const { diagnostics, ...others } = message.params;
  const pieces = [asBytes({ ...message, params: others }).slice(0, -2), ',"diagnostics":['];
  for (const diagnostic of diagnostics) {
    if (pieces.length > 2) pieces.push(',');
    pieces.push(findingAsBytes(diagnostic));
  }
  pieces.push(']}}');
  return pieces;
}

function findingAsBytes(diagnostic: Said): string {
  const saying = diagnostic[SAYING];
  if (saying === undefined) return asBytes(diagnostic);
  if (saying.writtenOf !== diagnostic) {
    saying.writtenOf = diagnostic;
    saying.words ??= wordsOf(diagnostic);
    // Joined rather than added: V8 would put the parts together each time that the whole is written.
    saying.written = [placesOf(diagnostic), saying.words].join('');
  }
  return saying.written as string;
}

/** The beginning of an object. */
function placesOf({ range: { start, end }, relatedInformation }: Said): string {
  const range = `{"range":{"start":${position(start)},"end":${position(end)}},`;
  return relatedInformation ? `${range}"relatedInformation":${asBytes(relatedInformation)},` : range;
}

function position({ line, character }: Position): string {
  return `{"line":${line},"character":${character}}`;
}

/** All else, to the end of the object. */
function wordsOf({ range: _range, relatedInformation: _related, ...words }: Said): string {
  return asBytes(words).slice(1);
}

/** JSON in UTF-8, each byte a character: such strings are joined and written without being looked at again. */
function asBytes(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('latin1');
}
