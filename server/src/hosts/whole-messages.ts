import {
  AbstractMessageWriter,
  PublishDiagnosticsNotification,
  type Message,
  type MessageWriter,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

/**
 * Writes each message at once and as a whole. The protocol's own writer sends the header by itself, a turn later, and
 * puts every finding into JSON anew with every key: together as much work as finding out what a key changed.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private failures = 0;
  /** Of findings that were sent, as `asBytes` has it: most are sent again with the next version. */
  private readonly findings = new WeakMap<object, string>();

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const pieces = this.piecesOf(message);
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

  private piecesOf(message: Message): string[] {
    if (!publishes(message)) return [asBytes(message)];
    const { diagnostics, ...others } = message.params;
    const pieces = [asBytes({ ...message, params: others }).slice(0, -2), ',"diagnostics":['];
    for (const diagnostic of diagnostics) {
      if (pieces.length > 2) pieces.push(',');
      pieces.push(this.findingAsBytes(diagnostic));
    }
    pieces.push(']}}');
    return pieces;
  }

  private findingAsBytes(diagnostic: object): string {
    let bytes = this.findings.get(diagnostic);
    if (bytes === undefined) this.findings.set(diagnostic, (bytes = asBytes(diagnostic)));
    return bytes;
  }
}

type Publication = Message & { readonly params: PublishDiagnosticsParams };

function publishes(message: Message): message is Publication {
  return 'method' in message && message.method === PublishDiagnosticsNotification.method;
}

/** JSON in UTF-8, each byte a character: such strings are joined and written without being looked at again. */
function asBytes(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('latin1');
}
